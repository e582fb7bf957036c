/**
 * Questions that some set of answers can open. A condition that no answer can make true (a literal, an option that the
 * choice does not have, a question that is itself never asked) closes its question for good, and then nothing is asked
 * of MyData for it. When in doubt a question counts as reachable.
 */
import type { Condition, Field, FormDefinition } from '../form/definition.ts';
import { isObject } from '../json.ts';

interface Chances {
  readonly canHold: boolean;
  readonly canFail: boolean;
}

const always: Chances = { canHold: true, canFail: false };
const never: Chances = { canHold: false, canFail: true };
const open: Chances = { canHold: true, canFail: true };

type Known = ReadonlyMap<string, Field>;

const variable = (node: unknown): string | undefined => {
  const name = isObject(node) ? node['var'] : undefined;
  return typeof name === 'string' ? name : Array.isArray(name) ? String(name[0]) : undefined;
};

/** Whether a question can have this answer. */
const canBe = (field: Field, literal: unknown): boolean =>
  field.type !== 'choice' || field.options.some((option) => option.value === literal);

const compare = (operator: string, left: unknown, right: unknown, known: Known): Chances => {
  const name = variable(left) ?? variable(right);
  if (name === undefined) return open;
  const field = known.get(name);
  const literal = variable(left) === undefined ? left : right;
  const literals: readonly unknown[] = Array.isArray(literal) ? literal : [literal];
  const possible = field !== undefined && literals.some((item) => canBe(field, item));
  if (operator === '==' || operator === 'in') return possible ? open : never;
  if (operator === '!=') return possible ? open : always;
  return open;
};

const chances = (node: unknown, known: Known): Chances => {
  if (!isObject(node)) return node ? always : never;
  const [operator, given] = Object.entries(node)[0] ?? ['', undefined];
  const args: readonly unknown[] = Array.isArray(given) ? given : [given];
  const inner = (): Chances[] => args.map((arg) => chances(arg, known));
  switch (operator) {
    case 'var':
      return known.has(variable(node) ?? '') ? open : never;
    case 'and':
      return { canHold: inner().every((one) => one.canHold), canFail: inner().some((one) => one.canFail) };
    case 'or':
      return { canHold: inner().some((one) => one.canHold), canFail: inner().every((one) => one.canFail) };
    case '!': {
      const one = chances(args[0], known);
      return { canHold: one.canFail, canFail: one.canHold };
    }
    case '!!':
      return chances(args[0], known);
    default:
      return compare(operator, args[0], args[1], known);
  }
};

const canOpen = (show: Condition | undefined, known: Known): boolean =>
  show === undefined || chances(show, known).canHold;

const openIn = (fields: readonly Field[], known: Map<string, Field>): Field[] =>
  fields.filter((field) => {
    if (!canOpen(field.show, known)) return false;
    known.set(field.id, field);
    return true;
  });

/** Top-level fields in order; a group comes with its reachable inner fields only (their conditions see the row alone). */
export const reachableFields = (definition: FormDefinition): readonly Field[] => {
  const known = new Map<string, Field>();
  const found: Field[] = [];
  for (const step of definition.steps) {
    if (!canOpen(step.show, known)) continue;
    for (const section of step.sections) {
      if (canOpen(section.show, known)) found.push(...openIn(section.fields, known));
    }
  }
  return found.map((field) => (field.type === 'group' ? { ...field, fields: openIn(field.fields, new Map()) } : field));
};
