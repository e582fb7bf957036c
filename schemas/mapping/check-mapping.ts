/** Checks a form's mapping against the catalogue before any data is there. For form designers and for publishing. */
import { catalogue, datasets } from '../datasets/catalogue.ts';
import type { DatasetField } from '../datasets/types.ts';
import type { Field, FormDefinition, GroupField } from '../form/definition.ts';
import type { Text } from '../text.ts';
import { fieldTakes, kindOfField, writeKind } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { byRows } from './own-row.ts';
import { isPath, isSingular } from './path.ts';
import { pathOverBudget } from './path-budget.ts';
import { pathFromRow, plainPaths } from './plain-paths.ts';
import { checkSteps } from './transforms/index.ts';
import type { ResourceId, Source } from './types.ts';

export type MappingProblemCode =
  | 'unknown-dataset'
  | 'fields-unknown'
  | 'bad-path'
  | 'unknown-path'
  | 'unknown-transform'
  | 'bad-parameter'
  | 'transform-kind'
  | 'type-clash'
  | 'not-rows'
  | 'other-dataset';

export interface MappingProblem {
  /** Id of the question; inside a group `group.inner`. */
  readonly field: string;
  readonly code: MappingProblemCode;
  readonly reason: Text;
}

const tell = (field: string, code: MappingProblemCode, zh: string, en: string): MappingProblem => ({
  field,
  code,
  reason: { 'zh-Hant': zh, en },
});

const badPath = (field: string, path: string): MappingProblem => ({
  field,
  code: 'bad-path',
  reason: pathOverBudget(path) ?? {
    'zh-Hant': `「${path}」不是正確的路徑。`,
    en: `${path} is no JSONPath.`,
  },
});

type Found = { readonly kind: Kind } | { readonly problem: MappingProblem };

const fieldsOf = (field: string, dataset: ResourceId): readonly DatasetField[] | MappingProblem => {
  const known = datasets.get(dataset);
  if (known) return known.fields;
  return catalogue.has(dataset)
    ? tell(
        field,
        'fields-unknown',
        `資料集「${dataset}」的欄位還沒有定義，不能帶入。`,
        `The fields of ${dataset} are not known.`,
      )
    : tell(field, 'unknown-dataset', `找不到資料集「${dataset}」，請檢查代碼。`, `There is no dataset ${dataset}.`);
};

/** `singular`: whether the path as a whole, seen from the row, names one value. */
const lookUp = (field: string, dataset: ResourceId, path: string, singular: boolean): Found => {
  const fields = fieldsOf(field, dataset);
  if ('code' in fields) return { problem: fields };
  const plain = plainPaths(path).map((one) => byRows(dataset, one));
  const missing = plain.find(
    (one) => !fields.some((known) => known.path === one || known.path === one.replace(/\[\*\]$/, '')),
  );
  if (missing !== undefined) {
    return {
      problem: tell(
        field,
        'unknown-path',
        `資料集沒有「${missing}」這個欄位。`,
        `The dataset has no field ${missing}.`,
      ),
    };
  }
  const last = plain.at(-1) ?? '$';
  const named = fields.find((known) => known.path === last.replace(/\[\*\]$/, ''));
  if (!named)
    return {
      problem: tell(field, 'unknown-path', `資料集沒有「${last}」這個欄位。`, `The dataset has no field ${last}.`),
    };
  const kind = kindOfField(named, fields);
  const item = last.endsWith('[*]') ? { item: kind.item, list: false } : kind;
  return { kind: singular ? item : { item: item.item, list: true } };
};

const checkSource = (field: Field, name: string, source: Source, rows?: string): MappingProblem[] => {
  if (!isPath(source.path)) return [badPath(name, source.path)];
  const path = rows === undefined ? source.path : pathFromRow(rows, source.path);
  const found = lookUp(name, source.dataset, path, isSingular(source.path));
  if ('problem' in found) return [found.problem];
  const result = checkSteps(found.kind, source.transforms);
  if ('code' in result) {
    const what = result.code === 'bad-parameter' ? `${result.use} (${result.parameter})` : result.use;
    return [tell(name, result.code, `轉換「${what}」在這裡不能使用。`, `The transform ${what} cannot be used here.`)];
  }
  return fieldTakes(field, result.kind)
    ? []
    : [
        tell(
          name,
          'type-clash',
          '資料的種類和這一題不合，請換欄位或加上轉換。',
          `A ${writeKind(result.kind)} cannot fill a ${field.type} question.`,
        ),
      ];
};

const checkGroup = (group: GroupField): MappingProblem[] => {
  const from = group.rows?.from ?? [];
  const rowProblems = from.flatMap(({ dataset, path }): MappingProblem[] => {
    if (!isPath(path)) return [badPath(group.id, path)];
    const found = lookUp(group.id, dataset, path, isSingular(path));
    if ('problem' in found) return [found.problem];
    return found.kind.item === 'row' && (found.kind.list || path.endsWith(']'))
      ? []
      : [tell(group.id, 'not-rows', '這個欄位不是可以重複的資料。', `${path} does not name rows.`)];
  });
  const inner = group.fields.flatMap((field) =>
    (field.fill?.from ?? []).flatMap((source) => {
      const name = `${group.id}.${field.id}`;
      const rows = from.find(({ dataset }) => dataset === source.dataset);
      if (rows) return checkSource(field, name, source, rows.path);
      return [
        tell(
          name,
          'other-dataset',
          '群組裡的欄位必須和資料列來自同一個資料集。',
          'Not the dataset that the rows come from.',
        ),
      ];
    }),
  );
  return [...rowProblems, ...(rowProblems.length ? [] : inner)];
};

const checkFilled = (field: Field): MappingProblem[] => {
  if (field.type === 'group') return checkGroup(field);
  if (field.type === 'evidence') {
    return catalogue.has(field.dataset)
      ? []
      : [
          tell(
            field.id,
            'unknown-dataset',
            `找不到資料集「${field.dataset}」，請檢查代碼。`,
            `There is no dataset ${field.dataset}.`,
          ),
        ];
  }
  return (field.fill?.from ?? []).flatMap((source) => checkSource(field, field.id, source));
};

/** Nothing in the list: every source can be read and fits its question. */
export const checkMapping = (definition: FormDefinition): readonly MappingProblem[] =>
  definition.steps
    .flatMap((step) => step.sections)
    .flatMap((section) => section.fields)
    .flatMap(checkFilled);
