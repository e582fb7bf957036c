/** What a dataset offers at a place of the form: which fields fit, which are sensible to begin with, what becomes a group. Pure. */
import type { DatasetField } from '#schemas/datasets/types.ts';
import type { Text } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { addMapped } from '../../commands/add-mapped.ts';
import { isDelicate, mostTicked, needOf, rowBegins, statedIn, type Need } from '../../commands/shared/needed-fields.ts';
import type { Place } from '../../commands/shared/place.ts';
import { isRefusal } from '../../model/command.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { findField, partsOf } from '../../model/locate.ts';

export interface Offered {
  readonly field: DatasetField;
  /** Path of the list that it lies in; such fields belong under the list. */
  readonly list?: string;
  /** A list with fields inside: it becomes a repeating group. */
  readonly isRows: boolean;
  /** Part of an address that is offered as a whole. */
  readonly isPart: boolean;
  /** Why it can not be taken here. */
  readonly refused?: Text;
  /** The form asks for it already. */
  readonly asked: boolean;
  /** Ticked to begin with. */
  readonly sensible: boolean;
  /** Why. */
  readonly need?: Need;
  /** Never ticked but by a person: it says more than who somebody is. */
  readonly delicate: boolean;
}

export function offeredFields(document: BuilderDocument, dataset: PaletteDataset, to: Place): readonly Offered[] {
  const { fields } = dataset;
  const group = findField(document, to.parent)?.part;
  const rows =
    group?.type === 'group' ? group.rows?.from.find((source) => source.dataset === dataset.id)?.path : undefined;
  const here = rows === undefined ? fields : fields.filter(({ path }) => path.startsWith(`${rows}.`));
  const asked = askedOf(document);
  const stated = statedIn(document);
  const rowLists = fields.filter(({ path }) => fields.some((other) => other.path.startsWith(`${path}[*].`)));
  const addresses = fields.filter(({ type }) => type === 'address').map(({ path }) => `${path}.`);
  const plain = here.map((field): Omit<Offered, 'sensible' | 'need'> => {
    const { path } = field;
    const list = rows === undefined ? rowLists.find((one) => path.startsWith(`${one.path}[*].`))?.path : undefined;
    const outcome = addMapped.run(document, { dataset, paths: [path], to });
    // The name of a member is not the name of the applicant, whatever it is called.
    const ofRow = list !== undefined || rows !== undefined;
    return {
      field,
      ...(list === undefined ? {} : { list }),
      isRows: rowLists.includes(field),
      delicate: isDelicate(field),
      isPart: addresses.some((address) => path.startsWith(address)),
      ...(isRefusal(outcome) ? { refused: outcome.refused } : {}),
      asked: asked.paths.has(`${dataset.id} ${path}`) || (!ofRow && asked.labels.has(field.label['zh-Hant'])),
    };
  });
  const can = plain.filter(({ refused, asked: already, isPart }) => !refused && !already && !isPart);
  const first = can.filter(({ list }) => list === undefined);
  const natural = first.filter(
    ({ field, isRows, delicate }) => (isRows && !delicate) || needOf(field, stated) !== undefined,
  );
  const others = first.filter(({ delicate }) => !delicate);
  const ticked = new Set((natural.length ? natural : others).slice(0, mostTicked));
  const lists = new Set([...ticked].filter(({ isRows }) => isRows).map(({ field }) => field.path));
  const inLists = [...lists].flatMap((list) => {
    const inner = can.filter((one) => one.list === list && !one.field.path.slice(list.length + 3).includes('[*]'));
    const begins = rowBegins(
      inner.map(({ field }) => field),
      stated,
    );
    return inner.filter(({ field }) => begins.includes(field));
  });
  return plain.map((one) => {
    const sensible = ticked.has(one) || inLists.includes(one);
    const need = sensible ? needOf(one.field, stated) : undefined;
    return { ...one, sensible, ...(need ? { need } : {}) };
  });
}

/** Words and sources of the questions that are there. */
function askedOf(document: BuilderDocument): {
  readonly paths: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
} {
  const paths = new Set<string>();
  const labels = new Set<string>();
  for (const { part, ref } of partsOf(document).values()) {
    if (!('label' in part)) continue;
    if (!ref.includes('.')) labels.add(part.label['zh-Hant']);
    const sources = part.type === 'group' ? part.rows?.from : part.fill?.from;
    for (const { dataset, path } of sources ?? []) paths.add(`${dataset} ${path.replace(/\[\*\]$/, '')}`);
  }
  return { paths, labels };
}
