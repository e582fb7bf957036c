/**
 * Works out the answer of a calculated question (`Calculation` in `definition.ts`). Part of the resident's page, so it stays
 * tiny; what it is given has passed `check-calculation.ts`.
 *
 * An absent operand counts as 0 in `+ - * /` and `sum`, as it does in a condition; where every operand is absent, a division
 * is by 0 or a date is missing, there is no answer. Results are rounded to six decimals: 0.1 + 0.2 is 0.3.
 */
import { dateInTaiwan } from '../taiwan/calendar.ts';
import type { Answers, AnswerValue, Calculation, Condition, NumberField, TextField } from './definition.ts';
import { holds } from './rules.ts';

type Result = AnswerValue | undefined;

const arithmetic: { readonly [operator: string]: (left: number, right: number) => number } = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** `today`: ISO date in Taiwan; the device's clock unless told. Undefined: there is no answer. */
export function calculated(
  { type, calculate, ...field }: NumberField | TextField,
  answers: Answers,
  today?: string,
): Result {
  const result = valueOf(calculate!, answers, today);
  if (type === 'text') return result === undefined || result === '' ? undefined : String(result);
  if (typeof result !== 'number' || !Number.isFinite(result)) return undefined;
  return Number(result.toFixed('integer' in field && field.integer ? 0 : 6));
}

function valueOf(node: Calculation, answers: Answers, today: string | undefined): Result {
  if (typeof node !== 'object') return node;
  const [operator, given] = Object.entries(node)[0]!;
  const args = (Array.isArray(given) ? given : [given]) as readonly Calculation[];
  const at = (index: number): Result => valueOf(args[index]!, answers, today);
  const rows = (): readonly AnswerValue[] => {
    const list = at(0);
    return Array.isArray(list) ? (list as readonly AnswerValue[]) : [];
  };
  switch (operator) {
    case 'var':
      return Object.hasOwn(answers, String(given)) ? answers[String(given)] : undefined;
    case 'if':
      return at(holds(args[0] as Condition, answers) ? 1 : 2);
    case 'count':
      return rows().length;
    case 'sum':
      return rows().reduce<number>((sum, row) => sum + numberOf((row as Answers)[String(args[1])]), 0);
    case 'years':
      return years(at(0), args[1] === 'today' ? (today ?? dateInTaiwan(new Date())) : at(1));
    default: {
      const values = args.map((_arg, index) => at(index));
      if (values.every((value) => value === undefined)) return undefined;
      return values.map(numberOf).reduce(arithmetic[operator]!);
    }
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Full years from one ISO date to another: who was born on 29 February is a year older on 1 March. */
function years(from: Result, to: Result): number | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - Number(to.slice(4) < from.slice(4));
}
