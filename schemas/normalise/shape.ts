/**
 * A dataset's payload as one table: payload name → normal name, kind, label. Everything else about the payload
 * (its JSON Schema, its fields, its normaliser, which names a request needs) is derived from this table,
 * so none of them can drift from the others. What a kind does lives in `read-record.ts`.
 */
import type { Text } from '../text.ts';
import type { DatasetField } from '../datasets/types.ts';

export type Sensitivity = DatasetField['sensitivity'];

interface ColumnBase {
  /** The agency's name for it. */
  readonly from: string;
  /** Normal name, snake_case, stable: form mappings are written against it. */
  readonly to: string;
  readonly label: Text;
  readonly sensitivity: Sensitivity;
  /** The name has not been seen in a real payload; made in the same manner. */
  readonly assumed?: true;
}

/** `texts` is a string in one row and an array in the next; the normal form is always an array. */
export interface ValueColumn extends ColumnBase {
  readonly kind: 'text' | 'texts' | 'national-id' | 'date' | 'number';
  readonly sample: string;
}

/** A household address in the agency's parts, or in one text: `in` says which. */
export interface AddressColumn extends ColumnBase {
  readonly kind: 'address';
  readonly in: 'household-parts' | 'one-text';
  readonly sample: string;
}

/** Repeated records: an array, or one record where there is only one. */
export interface RowsColumn extends ColumnBase {
  readonly kind: 'rows';
  readonly columns: readonly Column[];
}

export type Column = ValueColumn | AddressColumn | RowsColumn;

/** Where the record's columns lie: directly in it, or in a named part of it (`householdBasicData21`). */
export interface Part {
  /** Absent: the columns lie in the record itself. */
  readonly in?: string;
  readonly columns: readonly Column[];
}

export interface Shape {
  /** Names an agency wraps the record in, inside or instead of `responseData`/`returnData`. */
  readonly wrappers?: readonly string[];
  /** The root is a list of records: all become rows under this normal name. */
  readonly list?: { readonly to: string; readonly label: Text };
  readonly parts: readonly Part[];
}
