/**
 * The form definition: data, no code. Its JSON Schema is `definition.schema.json`; a test keeps the two in step. What
 * questions there are is said in `fields/`, a file for each type. The answers' JSON Schema is derived from it
 * (`answers-schema.ts`).
 */
import type { Text } from '../text.ts';
import type { Condition } from './condition.ts';
import type { Field } from './fields/index.ts';

export type { Calculation, Condition } from './condition.ts';
export type { AddressField } from './fields/address.ts';
export type { BankAccountField } from './fields/bank-account.ts';
export type { ChoiceField, Option } from './fields/choice.ts';
export type { DeclarationField } from './fields/declaration.ts';
export type { EmailField } from './fields/email.ts';
export type { EvidenceField } from './fields/evidence.ts';
export type { FileField } from './fields/file.ts';
export type { Field, FieldType, GroupField } from './fields/index.ts';
export type { LongTextField } from './fields/long-text.ts';
export type { NationalIdField } from './fields/national-id.ts';
export type { NumberField } from './fields/number.ts';
export type { PhoneField } from './fields/phone.ts';
export type { RocDateField } from './fields/roc-date.ts';
export type { TextField } from './fields/text.ts';

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
