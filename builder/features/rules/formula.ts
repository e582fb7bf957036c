/** Calculations of one level, as designers edit them; anything deeper stays as it is. Pure. */
import type { Calculation, Condition, Field } from '#schemas/form/definition.ts';
import { clauseAbout, writeSentence } from '../properties/sentence.ts';

export type Operand = { readonly field: string } | { readonly value: number | string };

export type Formula =
  | { readonly kind: '+' | '-' | '*' | '/'; readonly operands: readonly Operand[] }
  | { readonly kind: 'sum'; readonly group: string; readonly inner: string }
  | { readonly kind: 'count'; readonly field: string }
  | { readonly kind: 'years'; readonly from: string; readonly to: Operand }
  | { readonly kind: 'if'; readonly when: Condition; readonly then: Operand; readonly otherwise: Operand };

export type FormulaKind = Formula['kind'];

const varOf = (node: unknown): string | undefined => {
  const name = (node as { readonly var?: unknown } | null)?.var;
  return typeof name === 'string' ? name : undefined;
};

function operandOf(node: unknown): Operand | undefined {
  if (typeof node === 'number' || typeof node === 'string') return { value: node };
  const field = varOf(node);
  return field === undefined ? undefined : { field };
}

/** Undefined: not of this shape. */
export function readFormula(node: Calculation): Formula | undefined {
  if (typeof node !== 'object') return undefined;
  const [kind = '', given] = Object.entries(node)[0] ?? [];
  const args = (Array.isArray(given) ? given : [given]) as readonly unknown[];
  const operands = args.map(operandOf);
  const [first, second, third] = operands;
  switch (kind) {
    case '+':
    case '-':
    case '*':
    case '/':
      return operands.every((one) => one !== undefined) ? { kind, operands } : undefined;
    case 'sum':
      return first && 'field' in first ? { kind, group: first.field, inner: String(args[1]) } : undefined;
    case 'count':
      return first && 'field' in first ? { kind, field: first.field } : undefined;
    case 'years':
      return first && 'field' in first && second ? { kind, from: first.field, to: second } : undefined;
    case 'if':
      return second && third ? { kind, when: args[0] as Condition, then: second, otherwise: third } : undefined;
    default:
      return undefined;
  }
}

const written = (operand: Operand): Calculation => ('field' in operand ? { var: operand.field } : operand.value);

export function writeFormula(formula: Formula): Calculation {
  switch (formula.kind) {
    case 'sum':
      return { sum: [{ var: formula.group }, formula.inner] };
    case 'count':
      return { count: [{ var: formula.field }] };
    case 'years':
      return { years: [{ var: formula.from }, written(formula.to)] };
    case 'if':
      return { if: [formula.when, written(formula.then), written(formula.otherwise)] };
    default:
      return { [formula.kind]: formula.operands.map(written) };
  }
}

export const numbersAmong = (fields: readonly Field[]) => fields.filter(({ type }) => type === 'number');
export const datesAmong = (fields: readonly Field[]) => fields.filter(({ type }) => type === 'roc-date');
export const listsAmong = (fields: readonly Field[]) =>
  fields.filter((field) => field.type === 'group' || (field.type === 'choice' && field.as === 'checkboxes'));
export const summable = (fields: readonly Field[]) =>
  fields.flatMap((field) =>
    field.type === 'group'
      ? field.fields.flatMap((inner) => (inner.type === 'number' ? [{ group: field, inner }] : []))
      : [],
  );

/** A first formula of this kind about these questions; undefined where none of them can be used. */
export function formulaOf(kind: FormulaKind, before: readonly Field[], result: 'number' | 'text'): Formula | undefined {
  const numbers = numbersAmong(before);
  const last = before.at(-1);
  switch (kind) {
    case 'sum': {
      const [one] = summable(before);
      return one && { kind, group: one.group.id, inner: one.inner.id };
    }
    case 'count': {
      const [list] = listsAmong(before);
      return list && { kind, field: list.id };
    }
    case 'years': {
      const [date] = datesAmong(before);
      return date && { kind, from: date.id, to: { value: 'today' } };
    }
    case 'if': {
      const when = last && writeSentence({ join: 'and', clauses: [clauseAbout(last)] });
      const value = (number: number, text: string): Operand => ({ value: result === 'number' ? number : text });
      return when && { kind, when, then: value(1, '是'), otherwise: value(0, '否') };
    }
    default: {
      const [one, other = one] = numbers;
      if (!one || !other) return undefined;
      return { kind, operands: [{ field: one.id }, one === other ? { value: 1 } : { field: other.id }] };
    }
  }
}
