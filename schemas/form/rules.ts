/**
 * Evaluates conditions and calculations over answers. Owns the meaning of the closed operator list and nothing else; it is
 * part of the resident's page, so it stays tiny. JSON Logic (https://jsonlogic.com/operations.html) with one tightening:
 * `==` and `!=` do not convert types. An absent answer is JSON Logic's `null`: in an order comparison, and in `+ - * /` and
 * `sum`, it counts as 0.
 */
import type { Condition } from './definition.ts';
import type { Answers } from './answers.ts';

type Operator = (...args: never[]) => unknown;

const fold =
  (operator: (left: number, right: number) => number): Operator =>
  (...values) =>
    values.map(Number).reduce(operator);

const operators: { readonly [operator: string]: Operator } = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  in: (left: unknown, right: unknown) => Array.isArray(right) && right.includes(left),
  '+': fold((left, right) => left + right),
  '-': fold((left, right) => left - right),
  '*': fold((left, right) => left * right),
  '/': fold((left, right) => left / right),
  count: (list: readonly unknown[] | null) => list?.length ?? 0,
  sum: (rows: readonly Answers[] | null, field: string) =>
    (rows ?? []).reduce((sum, row) => sum + Number(row[field] ?? 0), 0),
  // Full years: who was born on 29 February is a year older on 1 March.
  years: (from: string | null, to: string | null) =>
    from && to && parseInt(to) - parseInt(from) - Number(to.slice(4) < from.slice(4)),
};

const truthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : !!value);

/** Whether the condition holds; no condition always does. Throws on an operator outside the list. */
export const holds = (condition: Condition | undefined, answers: Answers): boolean =>
  !condition || truthy(valueOf(condition, answers));

/** `today`: what the text `today` stands for between dates. */
export function valueOf(node: unknown, answers: Answers, today?: string): unknown {
  if (node === 'today') return today ?? node;
  if (typeof node !== 'object' || !node || Array.isArray(node)) return node;
  const entries = Object.entries(node);
  const [operator, given] = entries[0] ?? [''];
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const at = (arg: unknown): unknown => valueOf(arg, answers, today);
  const holdsAt = (arg: unknown): boolean => truthy(at(arg));
  if (entries.length === 1) {
    if (operator === 'var') return Object.hasOwn(answers, String(args[0])) ? (answers[String(args[0])] ?? null) : null;
    if (operator === 'and') return args.every(holdsAt);
    if (operator === 'or') return args.some(holdsAt);
    if (operator === '!') return !holdsAt(args[0]);
    if (operator === '!!') return holdsAt(args[0]);
    if (operator === 'if') return at(args[holdsAt(args[0]) ? 1 : 2]);
    if (Object.hasOwn(operators, operator)) return operators[operator]!(...(args.map(at) as never[]));
  }
  throw new TypeError(`unknown operator: ${entries.map(([name]) => name).join()}`);
}
