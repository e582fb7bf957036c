/**
 * Evaluates a `Condition` over answers. Owns the meaning of the closed operator list and nothing else; it is part of
 * the resident's page, so it stays tiny. JSON Logic (https://jsonlogic.com/operations.html) with one tightening:
 * `==` and `!=` do not convert types. An absent answer is JSON Logic's `null`: in an order comparison it counts as 0.
 */
import type { Answers, Condition } from './definition.ts';

const operators: { readonly [operator: string]: (left: never, right: never) => boolean } = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  in: (left: unknown, right: unknown) => Array.isArray(right) && right.includes(left),
};

const truthy = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : !!value);

/** Whether the condition holds; no condition always does. Throws on an operator outside the list. */
export const holds = (condition: Condition | undefined, answers: Answers): boolean =>
  !condition || truthy(valueOf(condition, answers));

function valueOf(node: unknown, answers: Answers): unknown {
  if (typeof node !== 'object' || !node || Array.isArray(node)) return node;
  const entries = Object.entries(node);
  const [operator, given] = entries[0] ?? [''];
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const holdsAt = (arg: unknown): boolean => truthy(valueOf(arg, answers));
  if (entries.length === 1) {
    if (operator === 'var') return Object.hasOwn(answers, String(args[0])) ? (answers[String(args[0])] ?? null) : null;
    if (operator === 'and') return args.every(holdsAt);
    if (operator === 'or') return args.some(holdsAt);
    if (operator === '!') return !holdsAt(args[0]);
    if (operator === '!!') return holdsAt(args[0]);
    if (Object.hasOwn(operators, operator)) {
      return operators[operator]!(valueOf(args[0], answers) as never, valueOf(args[1], answers) as never);
    }
  }
  throw new TypeError(`unknown operator: ${entries.map(([name]) => name).join()}`);
}
