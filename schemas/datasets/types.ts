import type { Text } from '../text.ts';
import type { ResourceId } from '../mapping/types.ts';
import type { Sensitivity, Shape } from '../normalise/shape.ts';
import type { Category } from './categories.ts';
import type { Parameter } from './parameters.ts';

/** Identity methods 身分驗證方式, handbook table 2 (levels: `identity-methods.ts`). */
export type IdentityMethod = 'citizen-certificate' | 'tw-fido' | 'nhi-card' | 'two-document' | 'business-certificate';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A field of a dataset as forms see it: a path in the normalised payload. */
export interface DatasetField {
  /** RFC 9535 JSONPath in the normalised payload, e.g. `$.person_name`, `$.household_address.whole`, `$.members[*].person_name`. */
  readonly path: string;
  readonly label: Text;
  readonly type:
    'string' | 'roc-date' | 'month' | 'date-time' | 'national-id' | 'address' | 'number' | 'image' | 'list';
  /** In normal form; empty for a list. */
  readonly sample: string;
  /** What it means, where the label does not say it all. */
  readonly about?: Text;
  /** The words that can stand here, where they are a closed list. */
  readonly options?: readonly string[];
  readonly sensitivity: Sensitivity;
}

/** One entry of the catalogue 資料集, whether or not its fields are known. */
export interface CatalogueEntry {
  readonly id: ResourceId;
  /** Whether the id has been seen, or is made in the same shape. */
  readonly idIs: 'observed' | 'assumed';
  /** Row of the handbook's table 3; null for a planned dataset (table 4). */
  readonly no: number | null;
  readonly name: Text;
  /** Ministry and unit as the handbook's tables write them; `unit` is empty where they name the ministry alone. */
  readonly ministry: string;
  readonly unit: string;
  /** Name of the agency as a resident knows it today, e.g. 內政部戶政司. */
  readonly agency: Text;
  /** Where a resident has a wrong value corrected. */
  readonly correctedBy: Text;
  readonly category: Category;
  /** Empty while planned: not announced. */
  readonly identity: readonly IdentityMethod[];
  /** Empty while planned: not announced. */
  readonly formats: readonly ('json' | 'csv' | 'pdf')[];
  /** Preparation time, 0 = at once; null while planned. */
  readonly minutes: number | null;
  /** What the resident is asked before the agency can answer. */
  readonly parameters: readonly Parameter[];
  /** Personal Data Protection Act art. 6. */
  readonly specialCategory: boolean;
  readonly status: 'in-use' | 'planned';
  /**
   * What a form can take from it: `evidence-only` comes as a signed PDF alone, shown and attached, with no field schema
   * because a form must not pretend to fill fields from it.
   */
  readonly offers: 'fields' | 'evidence-only' | 'nothing-yet';
}

/** A dataset whose payload this project can read. */
export interface Dataset extends CatalogueEntry {
  readonly fieldsAre: 'observed' | 'assumed';
  /** The table that the schema, the fields and the normaliser are derived from. */
  readonly shape: Shape;
  /** Draft 2020-12, of the payload as the agency sends it; carries `x-mydata`. */
  readonly payloadSchema: { readonly [keyword: string]: unknown };
  readonly fields: readonly DatasetField[];
  /** Payload as sent → normal form. Throws `NormaliseError` (dataset, path, reason), never a half-read payload. */
  readonly normalise: (payload: JsonValue) => Normalised;
}

/** One kind of missing (the key is absent), arrays always arrays, dates ISO, addresses as parts and whole. */
export type NormalValue =
  string | number | boolean | readonly NormalValue[] | { readonly [key: string]: NormalValue | undefined };

export interface Normalised {
  readonly data: { readonly [key: string]: NormalValue | undefined };
  /** Normal path (`$.birth_date`) → what stood in the payload, where normalising changed it. */
  readonly raw: { readonly [path: string]: { readonly path: string; readonly value: JsonValue } };
  /** Payload paths that the schema does not know: kept aside and counted, never lost silently. */
  readonly unknown: readonly string[];
}
