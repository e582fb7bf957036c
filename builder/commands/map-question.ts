/**
 * A field of a dataset onto a question that is there: it fills the question, after any source that it has already. What
 * changes only the writing of a value is done by itself; what changes its meaning (the first of several, how many) is refused
 * with that transform as the way out.
 */
import type { DatasetField } from '#schemas/datasets/types.ts';
import { fieldKind, type Field } from '#schemas/form/fields/index.ts';
import type { Source, TransformStep } from '#schemas/mapping/types.ts';
import { textIn } from '#schemas/text.ts';
import type { PaletteDataset } from '#schemas/wire/palette.ts';
import { gone, isRefusal, refuse, say, type Command, type Fix, type Outcome, type Refusal } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import { applyChanges } from '../model/change.ts';
import { asJson } from '../model/document.ts';
import type { Json } from '../model/json.ts';
import { findField, groupOf, type Found, type Ref } from '../model/locate.ts';
import { transformName } from '../model/transform-names.ts';
import { addMapped } from './add-mapped.ts';
import { changeType } from './change-type.ts';
import { pathFor, shapeFor, sourceFor } from './shared/mapped-question.ts';
import { behind } from './shared/place.ts';
import { typeNames } from './shared/type-names.ts';

export interface MapQuestion {
  readonly question: Ref;
  readonly dataset: PaletteDataset;
  /** As the catalogue writes it. */
  readonly path: string;
  /** The transforms that were proposed are wanted. */
  readonly transformed?: boolean;
}

/** The value stays what it is. */
const harmless: readonly string[] = [
  'address-parts',
  'day-of',
  'number',
  'trim',
  'upper',
  'half-width',
  'roc-date-text',
  'roc-month-text',
];

export const mapQuestion: Command<MapQuestion> = {
  id: 'map-question',
  run(document, args) {
    const { question: ref, dataset, path, transformed = false } = args;
    const found = findField(document, ref);
    const field = dataset.fields.find((one) => one.path === path);
    if (!found || !field) return gone();
    const question = found.part;
    const label = question.label['zh-Hant'];
    const beside = besideIt(document, args);
    if (!fieldKind(question.type).takes.length)
      return withFix(
        refuse(
          'fill-type',
          `「${label}」這種題目不能由 MyData 帶入。`,
          `"${textIn(question.label, 'en')}" can not be filled.`,
        ),
        beside,
      );
    const groupRef = groupOf(ref);
    const group = groupRef && findField(document, groupRef)?.part;
    const rows = group?.type === 'group' ? group.rows?.from.find((one) => one.dataset === dataset.id)?.path : undefined;
    if (groupRef && rows === undefined)
      return withFix(
        refuse(
          'other-dataset',
          '群組裡的題目必須和資料列來自同一項資料集。',
          'Not the dataset that the rows come from.',
        ),
        beside,
      );
    const inner = pathFor(dataset, field, { rows });
    if (inner === undefined)
      return withFix(
        refuse('other-rows', `「${field.label['zh-Hant']}」不在這個群組的資料列裡。`, 'Not a field of the rows.'),
        beside,
      );
    const source = sourceFor(dataset, field, question, inner);
    if (isRefusal(source as Refusal)) return withFix(source as Refusal, otherType(document, args, field) ?? beside);
    const { transforms = [] } = source as Source;
    const change = transforms.find(({ use }) => !harmless.includes(use));
    if (change && !transformed) return needsTransform(args, question, field, transforms);
    return filled(found, dataset, field, source as Source);
  },
};

function filled(
  { ref, path, part: question }: Found & { readonly part: Field },
  dataset: PaletteDataset,
  field: DatasetField,
  source: Source,
): Outcome {
  const label = question.label['zh-Hant'];
  const from = question.fill?.from ?? [];
  if (from.some((one) => one.dataset === source.dataset && one.path === source.path))
    return refuse(
      'mapped-already',
      `「${label}」已經由這個欄位帶入了。`,
      'The question is filled from this field already.',
    );
  const fill = { policy: question.fill?.policy ?? 'confirm', from: [...from, source] };
  return {
    changes: [
      {
        op: 'set',
        path,
        key: 'fill',
        ...(question.fill ? { before: question.fill as unknown as Json } : {}),
        after: fill as unknown as Json,
      },
    ],
    words: say(
      `「${label}」由「${dataset.name['zh-Hant']}・${field.label['zh-Hant']}」帶入`,
      `"${textIn(question.label, 'en')}" is filled from ${dataset.name.en}, ${field.label.en}`,
    ),
    select: [ref],
  };
}

const withFix = (refusal: Refusal, fix: Fix | undefined): Refusal => (fix ? { ...refusal, fix } : refusal);

function needsTransform(
  args: MapQuestion,
  question: Field,
  field: DatasetField,
  steps: readonly TransformStep[],
): Refusal {
  const names = steps.map(({ use }) => transformName(use));
  const zh = names.map((name) => name['zh-Hant']).join('，再');
  const en = names.map((name) => name.en).join(', then ');
  return {
    ...refuse(
      'needs-transform',
      `「${field.label['zh-Hant']}」和「${question.label['zh-Hant']}」的資料種類不同，要先轉換：${zh}。`,
      `${field.label.en} does not fit "${textIn(question.label, 'en')}" as it is; it takes a transform: ${en}.`,
    ),
    fix: {
      words: say(`${zh}，再帶入`, `Fill it: ${en}`),
      id: 'map-question',
      run: (document) => mapQuestion.run(document, { ...args, transformed: true }),
    },
  };
}

/** The type that this field would have made, where the question can become one. */
function otherType(document: BuilderDocument, args: MapQuestion, field: DatasetField): Fix | undefined {
  const { type } = shapeFor(field, 'shape');
  // Made that type and still refused, it must not be proposed again.
  if (findField(document, args.question)?.part.type === type) return undefined;
  const name = typeNames[type];
  const run = (at: BuilderDocument): Outcome => {
    const changed = changeType.run(at, { question: args.question, type });
    if (isRefusal(changed)) return changed;
    const between = applyChanges(asJson(at), changed.changes) as unknown as BuilderDocument;
    const mapped = mapQuestion.run(between, { ...args, transformed: true });
    return isRefusal(mapped) ? mapped : { ...mapped, changes: [...changed.changes, ...mapped.changes] };
  };
  const words = say(`改成「${name['zh-Hant']}」題再帶入`, `Make it a question of type "${name.en}" and fill it`);
  return isRefusal(run(document)) ? undefined : { words, id: 'map-question', run };
}

/** A question of its own, behind the one it was meant for; outside the group where it does not belong to its rows. */
function besideIt(document: BuilderDocument, { question, dataset, path }: MapQuestion): Fix | undefined {
  const places = [question, groupOf(question)].flatMap((ref) => (ref && behind(document, ref)) ?? []);
  for (const to of places) {
    const run = (at: BuilderDocument): Outcome => addMapped.run(at, { dataset, paths: [path], to });
    if (!isRefusal(run(document)))
      return { words: say('改為新增一題，放在後面', 'Add it as a question of its own'), id: 'add-mapped', run };
  }
  return undefined;
}
