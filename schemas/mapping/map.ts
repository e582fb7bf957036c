/**
 * Fills a form from what was received. Owns which source wins, why a value is missing, and that a value which does not
 * fit its question is never put there: it is `unreadable` and the question an ordinary one. Knows nothing of the network
 * or of who may see the result; a `compare` value is in the result and must stay on the server.
 */
import type { Normalised, NormalValue } from '../datasets/types.ts';
import type { Field, FormDefinition, GroupField } from '../form/definition.ts';
import type { Answers } from '../form/answers.ts';
import { fits } from './fits.ts';
import { findNodes } from './find-nodes.ts';
import { isPath, isSingular } from './path.ts';
import { pathFromRow, plainPaths } from './plain-paths.ts';
import { applySteps } from './transforms/index.ts';
import { absences } from './types.ts';
import type { Absence, MappingResult, MissingReason, Provenance, ResourceId, Source } from './types.ts';

export interface ReceivedDataset {
  readonly normalised: Normalised;
  readonly provenance: Provenance;
}

/** Of each dataset what came, or why nothing did. Not in the map: not asked. */
export type Received = ReadonlyMap<ResourceId, ReceivedDataset | Absence>;

export interface MapOptions {
  /** ISO date in Taiwan, for questions whose latest date is today. */
  readonly today?: string;
  /** Why a value of a dataset was not asked for; undefined: it was. It is not read then, and never said to be empty. */
  readonly withheld?: (dataset: ResourceId, path: string) => Absence | undefined;
}

type RowSource = NonNullable<GroupField['rows']>['from'][number];
type Outcome = { readonly value: NormalValue } | { readonly missing: MissingReason };

/** The worst that was met decides what is said. */
const gravity: readonly MissingReason[] = [...absences, 'empty', 'unreadable'];
const worse = (a: MissingReason, b: MissingReason): MissingReason => (gravity.indexOf(a) > gravity.indexOf(b) ? a : b);

/** Something stood there in the payload, but it could not be read: its raw text is kept, its value is not. */
const stoodThere = (raw: Normalised['raw'], base: string, path: string): boolean => {
  const plain = path.slice(1);
  return plainPaths(path).at(-1) === path && Object.hasOwn(raw, base + plain);
};

const readSource = (
  source: Source,
  field: Field,
  root: NormalValue,
  raw: Normalised['raw'],
  base: string,
  options: MapOptions,
): Outcome => {
  if (!isPath(source.path)) return { missing: 'unreadable' };
  const nodes = findNodes(source.path, root);
  const counts = source.transforms?.some((step) => step.use === 'count') ?? false;
  const found = isSingular(source.path) ? nodes[0]?.value : nodes.map((node) => node.value);
  const empty = found === undefined || (Array.isArray(found) && found.length === 0 && !counts);
  if (empty) return { missing: stoodThere(raw, base, source.path) ? 'unreadable' : 'empty' };
  const value = applySteps(found, source.transforms);
  return value !== undefined && fits(field, value, options.today) ? { value } : { missing: 'unreadable' };
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Filled {
  readonly values: Mutable<MappingResult['values']>;
  readonly rows: Mutable<MappingResult['rows']>;
  readonly missing: Mutable<MappingResult['missing']>;
}

const fillField = (into: Filled, field: Field, received: Received, options: MapOptions): void => {
  if (!field.fill) return;
  let reason: MissingReason = 'not-asked';
  for (const source of field.fill.from) {
    const dataset = received.get(source.dataset);
    if (dataset === undefined) continue;
    if (typeof dataset === 'string') {
      reason = worse(reason, dataset);
      continue;
    }
    const withheld = options.withheld?.(source.dataset, source.path);
    if (withheld) {
      reason = worse(reason, withheld);
      continue;
    }
    const { data, raw } = dataset.normalised;
    const outcome = readSource(source, field, data, raw, '$', options);
    if ('value' in outcome) {
      const { policy } = field.fill;
      into.values[field.id] = { value: outcome.value as never, policy, source, provenance: dataset.provenance };
      return;
    }
    reason = worse(reason, outcome.missing);
  }
  into.missing[field.id] = reason;
};

/** A question of a group with its sources in one dataset, as far as they may be read. */
interface RowQuestion {
  readonly field: Field;
  readonly from: readonly Source[];
}

const readRow = (
  questions: readonly RowQuestion[],
  row: { readonly value: NormalValue; readonly at: string },
  raw: Normalised['raw'],
  options: MapOptions,
): Answers => {
  const answers: { [fieldId: string]: Answers[string] } = {};
  for (const { field, from } of questions) {
    for (const source of from) {
      const outcome = readSource(source, field, row.value, raw, row.at, options);
      if (!('value' in outcome)) continue;
      answers[field.id] = outcome.value as Answers[string];
      break;
    }
  }
  return answers;
};

/** @returns questions without those that were not asked for; where nothing is left of them, why */
const readable = (
  group: GroupField,
  rows: RowSource,
  { withheld }: MapOptions,
): { readonly questions: readonly RowQuestion[]; readonly why?: MissingReason } => {
  const own = plainPaths(rows.path).at(-1) ?? '$';
  let why: MissingReason | undefined;
  const questions = group.fields.map((field) => ({
    field,
    from: (field.fill?.from ?? []).filter(({ dataset, path }) => {
      if (dataset !== rows.dataset) return false;
      const absence = withheld?.(dataset, pathFromRow(own, path));
      if (absence) why = worse(why ?? absence, absence);
      return !absence;
    }),
  }));
  return { questions, ...(why && !questions.some(({ from }) => from.length) && { why }) };
};

/** Rows that a path names: the nodes, or the items of the one list that it names. */
const rowsAt = (path: string, data: NormalValue): readonly { value: NormalValue; at: string }[] =>
  findNodes(path, data).flatMap(({ value, at }) =>
    Array.isArray(value)
      ? (value as readonly NormalValue[]).map((item, index) => ({ value: item, at: `${at}[${index}]` }))
      : [{ value, at }],
  );

/** All rows or none: a list that is longer than the form allows would be a household with people left out. */
const fillGroup = (into: Filled, group: GroupField, received: Received, options: MapOptions): void => {
  if (!group.rows) return;
  let reason: MissingReason = 'not-asked';
  for (const source of group.rows.from) {
    const dataset = received.get(source.dataset);
    if (dataset === undefined) continue;
    if (typeof dataset === 'string' || !isPath(source.path)) {
      reason = worse(reason, typeof dataset === 'string' ? dataset : 'unreadable');
      continue;
    }
    const { questions, why } = readable(group, source, options);
    if (why) {
      reason = worse(reason, why);
      continue;
    }
    const { data, raw } = dataset.normalised;
    const value = rowsAt(source.path, data)
      .map((row) => readRow(questions, row, raw, options))
      .filter((row) => Object.keys(row).length > 0);
    if (value.length > 0 && value.length <= group.maxRows) {
      into.rows[group.id] = { value, policy: group.rows.policy, provenance: dataset.provenance };
      return;
    }
    reason = worse(reason, value.length ? 'unreadable' : 'empty');
  }
  into.missing[group.id] = reason;
};

export const mapForm = (definition: FormDefinition, received: Received, options: MapOptions = {}): MappingResult => {
  const into: Filled = { values: {}, rows: {}, missing: {} };
  for (const step of definition.steps) {
    for (const section of step.sections) {
      for (const field of section.fields) {
        if (field.type === 'group') fillGroup(into, field, received, options);
        else fillField(into, field, received, options);
      }
    }
  }
  return into;
};
