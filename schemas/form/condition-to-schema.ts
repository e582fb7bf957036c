/**
 * A `Condition` written as JSON Schema 2020-12 over the answers object, for if/then. Owns the closed grammar: what can
 * not be written as a schema is refused here, so both readings of one condition (`rules.ts`, this) always agree.
 *
 * Order comparisons of dates use the vocabulary of `ajv-formats` (`formatMinimum` …), see `engine.ts`.
 */
import type { Condition } from './condition.ts';
import { isObject } from '../json.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

type Literal = string | number | boolean;
type Order = '<' | '<=' | '>' | '>=';

/** The condition is outside the grammar that `condition.ts` describes. */
export class ConditionError extends Error {
  readonly code = 'condition';
  override readonly name = 'ConditionError';
}

const flipped: { readonly [order in Order]: Order } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const numberKeyword: { readonly [order in Order]: string } = {
  '<': 'exclusiveMaximum',
  '<=': 'maximum',
  '>': 'exclusiveMinimum',
  '>=': 'minimum',
};
const dateKeyword: { readonly [order in Order]: string } = {
  '<': 'formatExclusiveMaximum',
  '<=': 'formatMaximum',
  '>': 'formatExclusiveMinimum',
  '>=': 'formatMinimum',
};

/** What one comparison asks; `values` is the literal, or the list of `in`. */
export interface Comparison {
  readonly field: string;
  readonly operator: '==' | '!=' | Order | 'in' | 'contains' | 'answered';
  readonly values: readonly Literal[];
}

const isLiteral = (node: unknown): node is Literal =>
  typeof node === 'string' || typeof node === 'boolean' || (typeof node === 'number' && Number.isFinite(node));

const refuse = (reason: string): never => {
  throw new ConditionError(reason);
};

function split(node: unknown): [operator: string, args: readonly unknown[]] {
  if (!isObject(node)) return refuse('a condition is an object');
  const entries = Object.entries(node);
  const entry = entries[0];
  if (entries.length !== 1 || !entry) return refuse('a condition has exactly one operator');
  return [entry[0], Array.isArray(entry[1]) ? entry[1] : [entry[1]]];
}

function fieldOf(node: unknown): string | undefined {
  if (!isObject(node)) return undefined;
  const [operator, args] = split(node);
  if (operator !== 'var') return undefined;
  return args.length === 1 && typeof args[0] === 'string' ? args[0] : refuse('var takes one field id');
}

function comparison(operator: string, args: readonly unknown[]): Comparison {
  if (args.length !== 2) return refuse(`${operator} takes one var and one literal`);
  const [left, right] = [fieldOf(args[0]), fieldOf(args[1])];
  if (operator === 'in') {
    if (left !== undefined && Array.isArray(args[1]) && args[1].length && args[1].every(isLiteral)) {
      return { field: left, operator, values: args[1] };
    }
    if (right !== undefined && isLiteral(args[0])) return { field: right, operator: 'contains', values: [args[0]] };
    return refuse('in takes a var and a list of literals, or a literal and a var');
  }
  if (left !== undefined && isLiteral(args[1])) {
    return { field: left, operator: operator as Comparison['operator'], values: [args[1]] };
  }
  if (right !== undefined && isLiteral(args[0])) {
    return {
      field: right,
      operator: (flipped[operator as Order] ?? operator) as Comparison['operator'],
      values: [args[0]],
    };
  }
  return refuse(`${operator} takes one var and one literal`);
}

function schemaOf({ field, operator, values }: Comparison): JsonSchema {
  const where = (schema: JsonSchema): JsonSchema => ({ required: [field], properties: { [field]: schema } });
  const literal = values[0] as Literal;
  switch (operator) {
    case '==':
      return where({ const: literal });
    case '!=':
      return { not: where({ const: literal }) };
    case 'in':
      return where({ enum: [...values] });
    case 'contains':
      return where({ type: 'array', contains: { const: literal } });
    case 'answered':
      return where({ not: { enum: [false, 0, '', null, []] } });
    default:
      break;
  }
  if (typeof literal === 'string') {
    return where({ type: 'string', format: 'roc-iso-date', [dateKeyword[operator]]: literal });
  }
  if (typeof literal !== 'number') return refuse(`${operator} takes a number or a date`);
  const compared = { type: 'number', [numberKeyword[operator]]: literal };
  // JSON Logic reads an absent answer as 0 here, so the literal alone decides whether the field must be there.
  const absentHolds = { '<': 0 < literal, '<=': 0 <= literal, '>': 0 > literal, '>=': 0 >= literal }[operator];
  return absentHolds ? { properties: { [field]: compared } } : where(compared);
}

/** Throws `ConditionError` when the condition is outside the grammar. */
export function conditionToSchema(condition: Condition): JsonSchema {
  const [operator, args] = split(condition);
  const parts = (): JsonSchema[] =>
    args.length
      ? args.map((arg) => conditionToSchema(arg as Condition))
      : refuse(`${operator} takes at least one condition`);
  const only = (): JsonSchema => (args.length === 1 ? parts()[0]! : refuse(`${operator} takes one condition`));
  switch (operator) {
    case 'var':
      return schemaOf({ field: fieldOf(condition)!, operator: 'answered', values: [] });
    case 'and':
      return { allOf: parts() };
    case 'or':
      return { anyOf: parts() };
    case '!':
      return { not: only() };
    case '!!':
      return only();
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      return schemaOf(comparison(operator, args));
    default:
      return refuse(`unknown operator: ${operator}`);
  }
}

/** Every comparison of a condition, for checks of fields and literals. Throws `ConditionError` likewise. */
export function comparisonsOf(condition: Condition): readonly Comparison[] {
  const [operator, args] = split(condition);
  if (operator === 'var') return [{ field: fieldOf(condition)!, operator: 'answered', values: [] }];
  if (['and', 'or', '!', '!!'].includes(operator)) return args.flatMap((arg) => comparisonsOf(arg as Condition));
  return [comparison(operator, args)];
}
