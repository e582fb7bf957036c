/**
 * A record of a payload, read by its columns. Collects beside the values what stood there before (where reading changed
 * it) and which names the table does not know. A cell that cannot be read is absent from the data but has its raw text.
 */
import type { JsonValue, NormalValue } from '../datasets/types.ts';
import { isMissing } from './missing.ts';
import { NormaliseError } from './normalise-error.ts';
import { householdPartNames, readAddressText, readHouseholdParts } from './read-address.ts';
import { readValue } from './read-value.ts';
import type { AddressColumn, Column, RowsColumn } from './shape.ts';
import { memberPath } from './unwrap.ts';
import type { JsonObject } from './unwrap.ts';
import { isObject } from '../json.ts';

export interface Collected {
  readonly dataset: string;
  /** Names and kinds of the whole dataset have not been seen: none of them refuses a payload. */
  readonly assumed: boolean;
  readonly raw: { [path: string]: { readonly path: string; readonly value: JsonValue } };
  readonly unknown: string[];
}

interface At {
  /** Path in the payload. */
  readonly from: string;
  /** Path in the normal form. */
  readonly to: string;
}

type Data = { [key: string]: NormalValue };

const keepRaw = (into: Collected, at: At, cell: JsonValue): void => {
  into.raw[at.to] = { path: at.from, value: cell };
};

const unchanged = (value: NormalValue, cell: JsonValue): boolean =>
  value === cell || (typeof cell === 'object' && JSON.stringify(value) === JSON.stringify(cell));

const readAddress = (into: Collected, at: At, column: AddressColumn, cell: JsonValue): NormalValue | undefined => {
  const parts = isObject(cell);
  if (column.in === 'household-parts' && !parts && typeof cell !== 'string') {
    throw new NormaliseError(into.dataset, at.from, 'wrong-type');
  }
  if (column.in === 'one-text' && typeof cell !== 'string')
    throw new NormaliseError(into.dataset, at.from, 'wrong-type');
  const address = parts ? readHouseholdParts(cell) : readAddressText(String(cell));
  if (parts) {
    const known: readonly string[] = householdPartNames;
    for (const key of Object.keys(cell)) if (!known.includes(key)) into.unknown.push(memberPath(at.from, key));
  }
  if (address) keepRaw(into, at, cell);
  return address && { ...address };
};

const readRows = (into: Collected, at: At, column: RowsColumn, cell: JsonValue): NormalValue | undefined => {
  const rows = Array.isArray(cell) ? (cell as readonly JsonValue[]) : [cell];
  const read = rows
    .filter((row) => !isMissing(row))
    .map((row, index) => {
      const inner: At = {
        from: Array.isArray(cell) ? `${at.from}[${rows.indexOf(row)}]` : at.from,
        to: `${at.to}[${index}]`,
      };
      if (!isObject(row)) throw new NormaliseError(into.dataset, inner.from, 'not-an-object');
      return readRecord(into, inner, column.columns, row);
    });
  return read.length ? read : undefined;
};

/** What was only assumed of a cell refuses nothing: where it holds something else it is unreadable, with its raw text. */
const readColumn = (into: Collected, at: At, column: Column, cell: JsonValue): NormalValue | undefined => {
  const assumed = into.assumed || column.assumed === true;
  try {
    return readCell(assumed ? { ...into, assumed } : into, at, column, cell);
  } catch (error) {
    if (!assumed || !(error instanceof NormaliseError)) throw error;
    keepRaw(into, at, cell);
    return undefined;
  }
};

const readCell = (into: Collected, at: At, column: Column, cell: JsonValue): NormalValue | undefined => {
  if (column.kind === 'rows') return readRows(into, at, column, cell);
  if (column.kind === 'address') return readAddress(into, at, column, cell);
  const reading = readValue(column, cell);
  if (reading.is === 'wrong-type') throw new NormaliseError(into.dataset, at.from, 'wrong-type');
  if (reading.is === 'missing') return undefined;
  if (reading.is === 'unreadable' || !unchanged(reading.value, cell)) keepRaw(into, at, cell);
  return reading.is === 'value' ? reading.value : undefined;
};

/** `otherKeys`: names that belong to another part of the same record, so not unknown here. */
export const readRecord = (
  into: Collected,
  at: At,
  columns: readonly Column[],
  record: JsonObject,
  otherKeys: readonly string[] = [],
): Data => {
  const data: Data = {};
  const known = new Set(otherKeys);
  for (const column of columns) {
    known.add(column.from);
    const cell = record[column.from];
    if (cell === undefined || isMissing(cell)) continue;
    const value = readColumn(
      into,
      { from: memberPath(at.from, column.from), to: `${at.to}.${column.to}` },
      column,
      cell,
    );
    if (value !== undefined) data[column.to] = value;
  }
  for (const key of Object.keys(record)) if (!known.has(key)) into.unknown.push(memberPath(at.from, key));
  return data;
};
