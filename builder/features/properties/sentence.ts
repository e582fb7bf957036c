/**
 * A condition as sentences that a designer can edit: 「全部（任一）符合：題目・比較・值」. Reads what it wrote itself and what has
 * the same shape; anything deeper stays as it is. Pure.
 */
import type { Condition } from '#schemas/form/condition.ts';
import { fieldKind, type Field } from '#schemas/form/fields/index.ts';
import type { Compared } from '#schemas/form/fields/kind.ts';
import type { BuilderDocument } from '../../model/document.ts';
import { groupOf, type Ref } from '../../model/locate.ts';

export type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'contains' | 'answered' | 'unanswered';

export interface Clause {
  readonly field: string;
  readonly operator: Operator;
  readonly value?: string | number | boolean;
}

export interface Sentence {
  readonly join: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;

const varOf = (node: unknown): string | undefined => {
  const name = (node as { readonly var?: unknown } | null)?.var;
  return typeof name === 'string' ? name : undefined;
};

const isLiteral = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function readClause(node: unknown): Clause | undefined {
  const [entry, more] = Object.entries((node ?? {}) as Record<string, unknown>);
  if (!entry || more) return undefined;
  const [operator, given] = entry;
  const args = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const [left, right] = args;
  if (operator === '!!' && varOf(left) !== undefined) return { field: varOf(left)!, operator: 'answered' };
  if (operator === '!' && varOf(left) !== undefined) return { field: varOf(left)!, operator: 'unanswered' };
  if (operator === 'in' && isLiteral(left) && varOf(right) !== undefined)
    return { field: varOf(right)!, operator: 'contains', value: left };
  const known = comparisons.find((one) => one === operator);
  const field = varOf(left);
  return known && field !== undefined && isLiteral(right) ? { field, operator: known, value: right } : undefined;
}

/** Undefined: not of this shape. */
export function readSentence(condition: Condition): Sentence | undefined {
  const [[operator, given] = ['', undefined]] = Object.entries(condition);
  const join = operator === 'or' ? 'or' : 'and';
  const nodes = (operator === 'and' || operator === 'or') && Array.isArray(given) ? (given as unknown[]) : [condition];
  const clauses = nodes.map(readClause);
  return clauses.every((clause) => clause !== undefined) && clauses.length ? { join, clauses } : undefined;
}

function writeClause({ field, operator, value = '' }: Clause): Condition {
  const asked = { var: field };
  if (operator === 'answered') return { '!!': [asked] };
  if (operator === 'unanswered') return { '!': [asked] };
  if (operator === 'contains') return { in: [value, asked] };
  return { [operator]: [asked, value] };
}

export function writeSentence({ join, clauses }: Sentence): Condition | undefined {
  const written = clauses.map(writeClause);
  return written.length > 1 ? { [join]: written } : written[0];
}

/** Questions asked before this part, on its own level: only those can decide whether it is asked. */
export function fieldsBefore({ form }: BuilderDocument, ref: Ref): readonly Field[] {
  const group = groupOf(ref);
  const all = form.steps.flatMap((step) =>
    step.sections.flatMap((section) => section.fields.map((field) => ({ step, section, field }))),
  );
  if (group) {
    const found = all.find(({ field }) => `field/${field.id}` === group)?.field;
    const inner = found?.type === 'group' ? found.fields : [];
    return inner.slice(
      0,
      Math.max(
        0,
        inner.findIndex(({ id }) => `${group}.${id}` === ref),
      ),
    );
  }
  const at = all.findIndex(({ step, section, field }) =>
    [`step/${step.id}`, `section/${section.id}`, `field/${field.id}`].includes(ref),
  );
  const first = at >= 0 ? at : emptyPlace(form, ref, all.length);
  return all.slice(0, first).flatMap(({ field }) => (operatorsFor(field).length ? [field] : []));
}

/** A section or step without questions stands behind those of the parts before it. */
function emptyPlace(form: BuilderDocument['form'], ref: Ref, all: number): number {
  let count = 0;
  for (const step of form.steps) {
    if (ref === `step/${step.id}`) return count;
    for (const section of step.sections) {
      if (ref === `section/${section.id}`) return count;
      count += section.fields.length;
    }
  }
  return all;
}

const operators: { readonly [Of in Compared]: readonly Operator[] } = {
  options: ['contains', 'answered', 'unanswered'],
  option: ['==', '!=', 'answered', 'unanswered'],
  number: ['==', '!=', '<', '<=', '>', '>='],
  date: ['==', '<', '<=', '>', '>=', 'answered', 'unanswered'],
  words: ['==', '!=', 'answered', 'unanswered'],
  tick: ['answered', 'unanswered'],
  answered: ['answered', 'unanswered'],
  nothing: [],
};

/** What can be asked about its answer. */
export const operatorsFor = (field: Field): readonly Operator[] => operators[fieldKind(field.type).compared(field)];

/** A first clause about this question. */
export function clauseAbout(field: Field): Clause {
  const [operator = 'answered'] = operatorsFor(field);
  if (operator === 'answered' || operator === 'unanswered') return { field: field.id, operator };
  if (field.type === 'choice') return { field: field.id, operator, value: field.options[0]?.value ?? '' };
  const compared = fieldKind(field.type).compared(field);
  if (compared === 'number') return { field: field.id, operator, value: 0 };
  return { field: field.id, operator, value: compared === 'date' ? '2000-01-01' : '' };
}
