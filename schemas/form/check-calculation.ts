/**
 * Calculations before any answer is there: only the closed operators, numbers where numbers belong, dates where dates do.
 * Which fields they speak of, and whether those come before, is checked together with the conditions.
 */
import { isIsoDate } from '../taiwan/calendar.ts';
import { comparisonsOf, ConditionError, type Comparison } from './condition-to-schema.ts';
import type { Calculation, Condition, Field } from './definition.ts';
import { fieldKind } from './fields/index.ts';
import { problem, type DefinitionProblem } from './problem.ts';

type Kind = 'number' | 'text' | 'date' | 'other';

const arithmetic = ['+', '-', '*', '/'];

/** The fields that it speaks of, as comparisons. Throws `ConditionError` when it is outside the grammar. */
export function comparisonsOfCalculation(node: Calculation): readonly Comparison[] {
  if (typeof node !== 'object') return [];
  const [operator, args] = split(node);
  if (operator === 'var') return [{ field: String(args[0]), operator: 'answered', values: [] }];
  if (operator === 'sum') return comparisonsOfCalculation(args[0] as Calculation);
  if (operator === 'if')
    return [
      ...comparisonsOf(args[0] as Condition),
      ...args.slice(1).flatMap((arg) => comparisonsOfCalculation(arg as Calculation)),
    ];
  return args.flatMap((arg) => comparisonsOfCalculation(arg as Calculation));
}

/** `fields`: those of its level, by id. Unknown ones are told elsewhere. */
export function checkCalculation(
  calculate: Calculation,
  target: Field,
  fields: ReadonlyMap<string, Field>,
  path: string,
): readonly DefinitionProblem[] {
  const wanted: Kind = target.type === 'number' ? 'number' : 'text';
  const found = kindOf(calculate, fields);
  const fits = found === undefined || found === wanted || (wanted === 'text' && found === 'number');
  return fits ? [] : [clash(path, target.id)];
}

const clash = (path: string, id: string): DefinitionProblem =>
  problem(
    path,
    'calculation-kind',
    `「${id}」的計算方式不對：數字要用數字題來算，年數要用日期題來算，結果也要和題型相合。`,
    `The calculation of "${id}" mixes kinds: numbers are made of numbers, years of dates, and the result must suit the field.`,
  );

/** Undefined where it speaks of a field that is not there; `other` where it can not be worked out. */
function kindOf(node: Calculation, fields: ReadonlyMap<string, Field>): Kind | undefined {
  if (typeof node === 'number') return 'number';
  if (typeof node === 'string') return isIsoDate(node) ? 'date' : 'text';
  const [operator, args] = split(node);
  const kinds = () => args.map((arg) => kindOf(arg as Calculation, fields));
  const all = (kind: Kind): Kind => (kinds().every((one) => one === undefined || one === kind) ? 'number' : 'other');
  if (arithmetic.includes(operator)) return all('number');
  switch (operator) {
    case 'var': {
      const field = fields.get(String(args[0]));
      return field && valueOf(field);
    }
    case 'sum': {
      const group = fields.get(varOf(args[0]) ?? '');
      if (!group) return undefined;
      const inner = group.type === 'group' ? group.fields.find(({ id }) => id === args[1]) : undefined;
      return inner?.type === 'number' ? 'number' : 'other';
    }
    case 'count': {
      const list = fields.get(varOf(args[0]) ?? '');
      if (!list) return undefined;
      return list.type === 'group' || fieldKind(list.type).compared(list) === 'options' ? 'number' : 'other';
    }
    case 'years': {
      const [from, to] = kinds();
      const isDate = (kind: Kind | undefined): boolean => kind === undefined || kind === 'date';
      return isDate(from) && (args[1] === 'today' || isDate(to)) ? 'number' : 'other';
    }
    default: {
      const [one, other] = args.slice(1).map((arg) => kindOf(arg as Calculation, fields));
      if (one === undefined) return other;
      return other === undefined || one === other ? one : one !== 'other' && other !== 'other' ? 'text' : 'other';
    }
  }
}

function valueOf(field: Field): Kind {
  switch (fieldKind(field.type).compared(field)) {
    case 'number':
      return 'number';
    case 'date':
      return 'date';
    case 'words':
    case 'option':
      return 'text';
    default:
      return 'other';
  }
}

const lengths: { readonly [operator: string]: number } = { var: 1, sum: 2, count: 1, if: 3, years: 2 };

const varOf = (node: unknown): string | undefined => {
  const name = (node as { readonly var?: unknown } | null)?.var;
  return typeof name === 'string' ? name : undefined;
};

function split(node: object): [operator: string, args: readonly unknown[]] {
  const [entry, ...more] = Object.entries(node) as [string, unknown][];
  if (!entry || more.length) throw new ConditionError('a calculation has exactly one operator');
  const [operator, given] = entry;
  const args = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const known = Object.hasOwn(lengths, operator);
  if (!known && !arithmetic.includes(operator)) throw new ConditionError(`unknown operator: ${operator}`);
  if (known ? args.length !== lengths[operator] : args.length < 2)
    throw new ConditionError(`${operator} takes another number of arguments`);
  if ((operator === 'sum' || operator === 'count') && varOf(args[0]) === undefined)
    throw new ConditionError(`${operator} takes a var`);
  return [operator, args];
}
