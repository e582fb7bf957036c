/** A dataset's own samples put together: one record in normal form, for schemas, sample pages and tests. */
import type { Normalised, NormalValue } from '../datasets/types.ts';
import { readAddressText } from './read-address.ts';
import type { Column, Shape } from './shape.ts';

type Data = { [key: string]: NormalValue };

const sampleOf = (column: Column): NormalValue => {
  switch (column.kind) {
    case 'rows':
      return [sampleRecord(column.columns)];
    case 'address':
      return { ...(readAddressText(column.sample) ?? { whole: column.sample }) };
    case 'texts':
      return [column.sample];
    case 'number':
    case 'money':
      return Number(column.sample);
    default:
      return column.sample;
  }
};

const sampleRecord = (columns: readonly Column[]): Data =>
  Object.fromEntries(columns.map((column) => [column.to, sampleOf(column)]));

export const sampleData = (shape: Shape): Normalised['data'] => {
  const record = sampleRecord(shape.parts.flatMap((part) => part.columns));
  return shape.list ? { [shape.list.to]: [record] } : record;
};
