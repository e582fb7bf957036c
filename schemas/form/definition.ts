/**
 * The form definition: data, no code. Its JSON Schema is `definition.schema.json`;
 * a test keeps the two in step. The answers' JSON Schema is derived from it
 * (`answers-schema.ts`).
 */
import type { Text } from '../text.ts';
import type { Fill, RowFill } from '../mapping/types.ts';

/** A person on the form 角色. Exactly one has the id `applicant`. */
export interface Role {
  readonly id: string;
  readonly title: Text;
}

export interface FormDefinition {
  readonly $schema: 'https://mydata-county-kit.example/schemas/form-1.json';
  /** Same as the service's id, e.g. `emergency-relief`. */
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly roles: readonly Role[];
  readonly steps: readonly Step[];
  /** Answers with which the application can not go on. */
  readonly ends?: readonly End[];
}

/**
 * Told once every question that `when` names lies on this page or before it; with such answers nothing can be submitted, and
 * the county app refuses it too.
 */
export interface End {
  readonly id: string;
  readonly when: Condition;
  /** Why it can not go on. */
  readonly title: Text;
  /** What to do instead. */
  readonly text: Text;
}

/** One page of the wizard. */
export interface Step {
  readonly id: string;
  readonly title: Text;
  readonly hint?: Text;
  /** The step is skipped, with all its fields, unless this holds. */
  readonly show?: Condition;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly hint?: Text;
  readonly role?: string;
  readonly show?: Condition;
  readonly fields: readonly Field[];
}

/**
 * JSON Logic with a closed operator list: `==` `!=` `<` `<=` `>` `>=` `in` `and` `or` `!` `!!` `var`.
 * A comparison has one `var` (a field id, plain) and one literal, so that every condition can also
 * be written as JSON Schema if/then. `{"in": ["x", {"var": "f"}]}` asks whether a checkboxes answer
 * contains "x"; `{"in": [{"var": "f"}, ["a","b"]]}` whether the answer is one of those.
 */
export type Condition = { readonly [operator: string]: unknown };

/**
 * How an answer is worked out from earlier ones of its level, in the style of JSON Logic; `calculate.ts` says what each
 * operator gives, `check-calculation.ts` what it takes. Literals are numbers and texts.
 * `{"var": "f"}` · `{"+" | "-" | "*" | "/": [a, b, …]}` · `{"sum": [{"var": "group"}, "inner"]}` over the rows ·
 * `{"count": [{"var": "f"}]}` rows of a group or ticks of checkboxes · `{"if": [condition, a, b]}` ·
 * `{"years": [from, to]}` full years between two dates, `to` may be `"today"`.
 */
export type Calculation = number | string | { readonly [operator: string]: unknown };

interface FieldBase {
  /** Unique in the form; `[a-z][a-zA-Z0-9]*`. The key of the answer. */
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly required?: boolean;
  /** Has to be answered where this holds, though not always. */
  readonly requiredWhen?: Condition;
  /** Asked only where this holds; an unasked field's answer is dropped. */
  readonly show?: Condition;
  /** Filled from MyData; absent: an ordinary question. */
  readonly fill?: Fill;
  /** HTML autofill token(s), e.g. `tel`, `email`, `bday`. */
  readonly autocomplete?: string;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The answer is worked out, on both sides; nobody types it. */
  readonly calculate?: Calculation;
}
export interface LongTextField extends FieldBase {
  readonly type: 'long-text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly rows?: number;
}
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: boolean;
  readonly unit?: Text;
  /** The answer is worked out, on both sides; nobody types it. With `integer` it is rounded. */
  readonly calculate?: Calculation;
}
/** Entered as ROC year, month, day; the answer is ISO `YYYY-MM-DD`. */
export interface RocDateField extends FieldBase {
  readonly type: 'roc-date';
  readonly earliest?: string;
  readonly latest?: string | 'today';
}
/** Answer: upper-case id; format `national-id` (citizen or, unless `citizenOnly`, resident number). */
export interface NationalIdField extends FieldBase {
  readonly type: 'national-id';
  readonly citizenOnly?: boolean;
}
/** Answer: digits only, format `tw-phone` (mobile or landline with area code, `#` extension allowed). */
export interface PhoneField extends FieldBase {
  readonly type: 'phone';
  readonly mobileOnly?: boolean;
}
export interface EmailField extends FieldBase {
  readonly type: 'email';
}
/** Answer: `{ county, town, detail, postcode? }`, county and town by name (`嘉義縣`, `太保市`). */
export interface AddressField extends FieldBase {
  readonly type: 'address';
}
export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
}
/** Answer: the value, or for `checkboxes` an array of values. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly as: 'radio' | 'select' | 'checkboxes';
  readonly options: readonly Option[];
  readonly minItems?: number;
  readonly maxItems?: number;
}
/** Answer: array of `{ id, name, size, type }`, `id` given by the county app on upload. Sizes in bytes. */
export interface FileField extends FieldBase {
  readonly type: 'file';
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}
/** Answer: `{ institution: '700' | three digits, branch?: four digits, account: digits, holder }`. */
export interface BankAccountField extends FieldBase {
  readonly type: 'bank-account';
}
/** Answer: `true`; a required declaration must be ticked. */
export interface DeclarationField extends FieldBase {
  readonly type: 'declaration';
  readonly statement: Text;
}
/** Shows documents of a dataset as received (name, source, time, digest); never answered, never parsed. */
export interface EvidenceField extends FieldBase {
  readonly type: 'evidence';
  readonly dataset: string;
}
/** Repeating rows (household members, land parcels …). Answer: array of objects keyed by the inner fields' ids. */
export interface GroupField extends FieldBase {
  readonly type: 'group';
  readonly rowTitle: Text;
  readonly minRows?: number;
  readonly maxRows: number;
  readonly rows?: RowFill;
  /** Inner fields: any type but group, file and evidence. Their `fill.from[].path` is relative to the row. */
  readonly fields: readonly Field[];
}

export type Field =
  | TextField
  | LongTextField
  | NumberField
  | RocDateField
  | NationalIdField
  | PhoneField
  | EmailField
  | AddressField
  | ChoiceField
  | FileField
  | BankAccountField
  | DeclarationField
  | EvidenceField
  | GroupField;

export type FieldType = Field['type'];
