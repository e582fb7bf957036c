/**
 * Normal form → payload as the agency sends it, by a dataset's shape: the reverse of `normaliser.ts`. For samples and
 * invented people. What is absent in the normal form is sent as an empty text, as agencies do.
 */
import type { JsonValue, Normalised, NormalValue } from '../datasets/types.ts';
import type { NormalAddress } from './read-address.ts';
import type { Column, Shape } from './shape.ts';
import { writeAddress, writeValue } from './write-cell.ts';
import { writeCsv } from './write-csv.ts';

type Data = { readonly [key: string]: NormalValue | undefined };
type Record_ = { readonly [key: string]: JsonValue };

const isData = (value: NormalValue | undefined): value is Data => typeof value === 'object' && !Array.isArray(value);

const rowsOf = (value: NormalValue | undefined): readonly Data[] =>
  Array.isArray(value) ? (value as readonly NormalValue[]).filter(isData) : [];

const writeColumn = (column: Column, value: NormalValue | undefined): JsonValue => {
  if (column.kind === 'rows') return rowsOf(value).map((row) => writeColumns(column.columns, row));
  if (value === undefined) return '';
  if (column.kind !== 'address') return writeValue(column, value);
  return isData(value) ? writeAddress(column, { whole: '', ...value } as NormalAddress) : '';
};

// Plain loops: invented people are written by the ten thousand.
const writeInto = (record: { [key: string]: JsonValue }, columns: readonly Column[], data: Data): Record_ => {
  for (const column of columns) record[column.from] = writeColumn(column, data[column.to]);
  return record;
};

const writeColumns = (columns: readonly Column[], data: Data): Record_ => writeInto({}, columns, data);

const writeRecord = (shape: Shape, data: Data): Record_ => {
  const record: { [key: string]: JsonValue } = {};
  for (const part of shape.parts) {
    if (part.in === undefined) writeInto(record, part.columns, data);
    else record[part.in] = writeColumns(part.columns, data);
  }
  return record;
};

const envelopes = {
  responseData: { httpCode: '200', httpMessage: 'OK', rdCode: 'RS0000', rdMessage: '查詢成功' },
  returnData: { httpCode: '200', httpMessage: 'OK', returnCode: '0', returnMessage: '查詢成功' },
} as const;

const wrap = ({ envelope, wrappers = [] }: Shape, record: JsonValue): JsonValue => {
  const inner = wrappers.reduceRight<JsonValue>((value, name) => ({ [name]: value }), record);
  return envelope === undefined ? inner : { ...envelopes[envelope], [envelope]: inner };
};

/** A CSV dataset gives its text. */
export const writePayload = (shape: Shape, data: Normalised['data']): JsonValue => {
  const { list } = shape;
  if (!list) return wrap(shape, writeRecord(shape, data));
  const records = rowsOf(data[list.to]).map((row) => writeRecord(shape, row));
  if (shape.media !== 'csv') return wrap(shape, records);
  const header = shape.parts.flatMap((part) => part.columns.map(({ from }) => from));
  return writeCsv([header, ...records.map((record) => header.map((name) => String(record[name] ?? '')))]);
};
