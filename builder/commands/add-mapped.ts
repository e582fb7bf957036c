/**
 * Fields of a dataset onto the form: each becomes a question that fills itself. Rows (a list with fields inside) become a
 * repeating group; documents of a dataset without fields become evidence.
 */
import type { Field } from '#schemas/form/definition.ts';
import { identityOf } from '#schemas/form/identity.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { gone, isRefusal, refuse, say, type Command, type Refusal } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import { freshId, idsInUse } from '../model/ids.ts';
import type { Json } from '../model/json.ts';
import { findField } from '../model/locate.ts';
import { mappedQuestion } from './shared/mapped-question.ts';
import { isDelicate } from './shared/needed-fields.ts';
import { openPlace, refAt, type Place } from './shared/place.ts';
import { newQuestion } from './shared/question.ts';

export interface AddMapped {
  readonly dataset: PaletteDataset;
  /** Paths of its fields as the catalogue writes them; empty: its documents as evidence. */
  readonly paths: readonly string[];
  readonly to: Place;
}

export const addMapped: Command<AddMapped> = {
  id: 'add-mapped',
  run(document, { dataset, paths, to }) {
    const made = questionsFor(document, dataset, paths, to);
    if ('refused' in made) return made;
    const place = openPlace(
      document,
      to,
      made.map(({ type }) => type),
    );
    if ('refused' in place) return place;
    const name = dataset.name['zh-Hant'];
    const one = made.length === 1 ? made[0] : undefined;
    return {
      changes: made.map((question, offset) => ({
        op: 'insert',
        path: place.list,
        index: place.index + offset,
        value: question as unknown as Json,
      })),
      words: one
        ? say(
            `新增題目「${one.label['zh-Hant']}」，由「${name}」帶入`,
            `Added "${one.label.en}", filled from ${dataset.name.en}`,
          )
        : say(
            `新增 ${made.length} 題，由「${name}」帶入`,
            `Added ${made.length} questions filled from ${dataset.name.en}`,
          ),
      select: made.map(({ id }) => refAt(to, id)),
    };
  },
};

function questionsFor(
  document: BuilderDocument,
  dataset: PaletteDataset,
  paths: readonly string[],
  to: Place,
): readonly Field[] | Refusal {
  if (dataset.status === 'planned')
    return refuse(
      'planned-dataset',
      '這項資料集還在規劃，不能使用。',
      'The dataset is planned and can not be used yet.',
    );
  const used = idsInUse(document, 'field');
  if (!paths.length) {
    const id = freshId(used, 'evidence');
    return [{ ...newQuestion('evidence', id), label: dataset.name, dataset: dataset.id }];
  }
  const group = findField(document, to.parent)?.part;
  const rows =
    group?.type === 'group' ? group.rows?.from.find((source) => source.dataset === dataset.id)?.path : undefined;
  if (group && rows === undefined)
    return refuse(
      'rows',
      '這個群組的資料列不是來自這項資料集，欄位不能放進來。',
      "The group's rows do not come from this dataset.",
    );
  const questions: Field[] = [];
  for (const path of withoutInner(dataset, paths)) {
    const question = questionFor(dataset, path, paths, rows, used);
    if (isRefusalOf(question)) return question;
    questions.push(question);
  }
  return questions.length ? questions : gone();
}

const isRefusalOf = (made: Field | Refusal): made is Refusal => 'refused' in made && isRefusal(made);

const isRows = (dataset: PaletteDataset, path: string): boolean =>
  dataset.fields.some((field) => field.path.startsWith(`${path}[*].`));

/** Fields inside a list that is itself taken become the group's own questions. */
const withoutInner = (dataset: PaletteDataset, paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !paths.some((list) => isRows(dataset, list) && path.startsWith(`${list}[*].`)));

function questionFor(
  dataset: PaletteDataset,
  path: string,
  paths: readonly string[],
  rows: string | undefined,
  used: Set<string>,
): Field | Refusal {
  const field = dataset.fields.find((one) => one.path === path);
  if (!field) return gone();
  if (rows !== undefined || !isRows(dataset, path)) return mappedQuestion(dataset, field, { rows }, used);
  const list = `${path}[*]`;
  const inner = dataset.fields.filter(
    (one) => one.path.startsWith(`${list}.`) && !one.path.slice(list.length + 1).includes('[*]'),
  );
  const ticked = inner.filter((one) => paths.includes(one.path));
  const group = newQuestion('group', freshId(used, `${lastName(path)}`));
  const whole = inner.filter(({ path: one }) => !isPartOfAddress(inner, one));
  const plain = whole.filter((one) => !isDelicate(one));
  const taken = (ticked.length ? ticked : plain.length ? plain : whole).map((one) =>
    mappedQuestion(dataset, one, { rows: list }, used),
  );
  const questions = taken.filter((one): one is Field => !isRefusalOf(one));
  return {
    ...group,
    label: field.label,
    // What one row is: a person, or one of what the list is called.
    rowTitle: taken.some((one) => !isRefusalOf(one) && identityOf(one) === 'name')
      ? say('成員', 'Member')
      : field.label,
    rows: { policy: 'editable', from: [{ dataset: dataset.id, path: list }] },
    maxRows: 20,
    fields: questions,
  };
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1).replace(/[^A-Za-z0-9]/g, '') || 'rows';

const isPartOfAddress = (fields: PaletteDataset['fields'], path: string): boolean =>
  fields.some((other) => other.type === 'address' && path.startsWith(`${other.path}.`));
