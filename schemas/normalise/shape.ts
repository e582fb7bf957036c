/**
 * A dataset's payload as one table: payload name → normal name, kind, label. Everything else about the payload
 * (its JSON Schema, its fields, its normaliser, its sample, which names a request needs) is derived from this table,
 * so none of them can drift from the others. What a kind reads lives in `read-value.ts`, how it is written in `write-cell.ts`.
 */
import type { Text } from '../text.ts';

export type Sensitivity = 'plain' | 'personal' | 'special';

/** What a text is; an annotation in the schema, nothing is refused by it. */
export type TextFormat =
  | 'phone'
  | 'mobile'
  | 'email'
  | 'postcode'
  | 'county'
  | 'town'
  | 'plate-number'
  | 'household-number'
  | 'invoice-number'
  | 'mobile-barcode'
  | 'url';

/** How the agency writes it, for samples and invented payloads. Reading takes every style, whichever is named here. */
export type WrittenDate = 'roc-digits' | 'roc-slashes' | 'roc-hyphens' | 'roc-words' | 'digits' | 'iso' | 'iso-offset';
export type WrittenNumber = 'number' | 'text' | 'thousands';

interface ColumnBase {
  /** The agency's name for it. */
  readonly from: string;
  /** Normal name, snake_case, stable: form mappings are written against it. */
  readonly to: string;
  readonly label: Text;
  /** What it means, where the label does not say it all. */
  readonly about?: Text;
  readonly sensitivity: Sensitivity;
  /** The name has not been seen in a real payload; made in the same manner. */
  readonly assumed?: true;
}

export type ValueKind =
  | 'text'
  | 'texts'
  | 'national-id'
  | 'business-number'
  | 'date'
  | 'month'
  | 'date-time'
  | 'number'
  | 'money'
  | 'code'
  | 'image';

/**
 * `texts` is a string in one row and an array in the next; the normal form is always an array.
 * `sample` is in normal form: ISO for dates, the label for codes, plain digits for numbers.
 */
export interface ValueColumn extends ColumnBase {
  readonly kind: ValueKind;
  readonly sample: string;
  readonly written?: WrittenDate | WrittenNumber;
  readonly format?: TextFormat;
  /** `code`: what the agency writes → the words that forms get. */
  readonly labels?: { readonly [code: string]: string };
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
interface Part {
  /** Absent: the columns lie in the record itself. */
  readonly in?: string;
  readonly columns: readonly Column[];
}

export interface Shape {
  /** `csv`: the payload is a text of RFC 4180 with a header row somewhere near its top; needs `list`. */
  readonly media?: 'csv';
  /** The general wrapper that the agency writes around the record; reading takes any and none. */
  readonly envelope?: 'responseData' | 'returnData';
  /** Names an agency wraps the record in, inside or instead of `responseData`/`returnData`. */
  readonly wrappers?: readonly string[];
  /** The root is a list of records: all become rows under this normal name. */
  readonly list?: { readonly to: string; readonly label: Text };
  readonly parts: readonly Part[];
}
