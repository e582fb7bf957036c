/**
 * The types of questions that there are, in the order in which designers are offered them. Whatever lists them derives from
 * here; docs/add-a-field-type.md says what else a new one needs.
 */
import type { AnyKind, FieldKind } from './kind.ts';
import { address, type AddressField } from './address.ts';
import { bankAccount, type BankAccountField } from './bank-account.ts';
import { choice, type ChoiceField } from './choice.ts';
import { declaration, type DeclarationField } from './declaration.ts';
import { email, type EmailField } from './email.ts';
import { evidence, type EvidenceField } from './evidence.ts';
import { file, type FileField } from './file.ts';
import { groupOf, type GroupOf } from './group.ts';
import { longText, type LongTextField } from './long-text.ts';
import { nationalId, type NationalIdField } from './national-id.ts';
import { number, type NumberField } from './number.ts';
import { phone, type PhoneField } from './phone.ts';
import { rocDate, type RocDateField } from './roc-date.ts';
import { text, type TextField } from './text.ts';
import { time, type TimeField } from './time.ts';

/** Repeating rows of other questions. */
export type GroupField = GroupOf<Field>;

export type Field =
  | TextField
  | LongTextField
  | NumberField
  | RocDateField
  | TimeField
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

const stated: { readonly [Type in FieldType]: FieldKind<Extract<Field, { type: Type }>> } = {
  text,
  'long-text': longText,
  number,
  'roc-date': rocDate,
  time,
  'national-id': nationalId,
  phone,
  email,
  address,
  choice,
  file,
  'bank-account': bankAccount,
  declaration,
  evidence,
  group: groupOf<Field>(),
};

export const fieldTypes = Object.keys(stated) as readonly FieldType[];

export const fieldKind = (type: FieldType): AnyKind<Field> => stated[type] as unknown as AnyKind<Field>;

export const isFieldType = (type: unknown): type is FieldType =>
  typeof type === 'string' && Object.hasOwn(stated, type);
