/** A shape → how to make a record of it for anybody. Made once per shape and kept. */
import type { Normalised, NormalValue } from '#schemas/datasets/types.ts';
import type { Column, RowsColumn, Shape } from '#schemas/normalise/shape.ts';
import { monthOf } from '../dates.ts';
import { personIn } from '../household.ts';
import { addressMaker, shiftOf, valueMaker, type Make } from './cell-makers.ts';
import type { Context } from './context.ts';
import { personaBirthDate } from './persona.ts';

type Data = { [key: string]: NormalValue };

export interface Plan {
  readonly make: (context: Context) => Normalised['data'];
  /** Months of the earliest sample of either kind, and of the last sample that is a life's past. */
  readonly earliest: { readonly life?: number; readonly recent?: number };
  readonly lastOfLife?: number;
  /** Dates move by whole years only: a column says the year or the term in a number of its own. */
  readonly byYears: boolean;
}

const flat = (columns: readonly Column[]): readonly Column[] =>
  columns.flatMap((column) => (column.kind === 'rows' ? [column, ...flat(column.columns)] : [column]));

const nameYear = (column: Column): boolean =>
  column.kind !== 'rows' && /year$|semester|term/.test(column.to) && column.kind !== 'date';

/** Rows that are relatives: a name with how they are related. */
const areRelatives = ({ columns }: RowsColumn): boolean =>
  columns.some(({ to }) => to === 'relationship') &&
  columns.some(({ to }) => to === 'person_name' || to === 'person_id');

const relatives = (column: RowsColumn): Make => {
  const record = recordMaker(column.columns);
  return (context) => {
    const { person, partner, household, row } = context;
    const rows = household.members
      .filter(({ id }) => id !== person.id)
      .map((member, index) => {
        Object.assign(context, { person: member, partner: personIn(household, member.spouseId), row: index });
        return { ...record(context), relationship: member.relationship };
      });
    Object.assign(context, { person, partner, row });
    return rows;
  };
};

const several = (record: (context: Context) => Data, columns: readonly Column[], most: number): Make => {
  const monthly = columns.some(({ kind }) => kind === 'month');
  const yearly = flat(columns).some(nameYear);
  // Bills are for two months.
  const bills = columns.some(({ to }) => to === 'period_from_date');
  const step = yearly ? 12 : bills ? 2 : monthly ? 1 : 3;
  return (context) => {
    const { recent, row } = context;
    const count = context.random.between(1, most);
    const rows: Data[] = [];
    for (let index = 0; index < count; index += 1) {
      Object.assign(context, { recent: recent - index * step, row: index });
      rows.push(record(context));
    }
    context.recent = recent;
    context.row = row;
    return rows;
  };
};

const recordMaker = (columns: readonly Column[]): ((context: Context) => Data) => {
  // Where the record has a sum of its rows there is one row, so that the sum stays true.
  const sums = columns.some(({ to, kind }) => kind !== 'rows' && /total|_count$|_sum/.test(to));
  const makers = columns.map((column): readonly [string, Make] => {
    if (column.kind === 'address') return [column.to, addressMaker(column)];
    if (column.kind !== 'rows') return [column.to, valueMaker(column)];
    if (areRelatives(column)) return [column.to, relatives(column)];
    return [column.to, several(recordMaker(column.columns), column.columns, sums ? 1 : 3)];
  });
  return (context) => {
    const data: Data = {};
    for (const [to, make] of makers) {
      const value = make(context);
      if (value !== undefined) data[to] = value;
    }
    return data;
  };
};

const least = (months: readonly number[]): number | undefined => (months.length ? Math.min(...months) : undefined);

const makePlan = (shape: Shape): Plan => {
  const columns = shape.parts.flatMap((part) => part.columns);
  const dated = flat(columns).filter(
    (column): column is Exclude<Column, RowsColumn> =>
      (column.kind === 'date' || column.kind === 'month' || column.kind === 'date-time') &&
      column.sample !== personaBirthDate &&
      column.to !== 'birth_date',
  );
  const months = (kind: 'life' | 'recent'): readonly number[] =>
    dated.filter(({ sample }) => shiftOf(sample) === kind).map(({ sample }) => monthOf(sample));
  const record = recordMaker(columns);
  const { list } = shape;
  const rows = list && several(record, columns, 3);
  const life = months('life');
  return {
    make: list && rows ? (context) => ({ [list.to]: rows(context) }) : record,
    earliest: { life: least(life), recent: least(months('recent')) },
    lastOfLife: life.length ? Math.max(...life) : undefined,
    byYears: flat(columns).some(nameYear),
  };
};

const plans = new WeakMap<Shape, Plan>();

/** The same object for the same shape. */
export const planOf = (shape: Shape): Plan => {
  const known = plans.get(shape);
  if (known) return known;
  const plan = makePlan(shape);
  plans.set(shape, plan);
  return plan;
};
