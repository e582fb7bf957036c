/** The rules of each type: what forms are checked, compiled and printed by. Apart from `index.ts`, so that no page loads them. */
import { addressRules } from './address.ts';
import { bankAccountRules } from './bank-account.ts';
import { choiceRules } from './choice.ts';
import { declarationRules } from './declaration.ts';
import { emailRules } from './email.ts';
import { evidenceRules } from './evidence.ts';
import { fileRules } from './file.ts';
import { longTextRules } from './long-text.ts';
import { nationalIdRules } from './national-id.ts';
import { numberRules } from './number.ts';
import { phoneRules } from './phone.ts';
import { rocDateRules } from './roc-date.ts';
import { textRules } from './text.ts';
import { timeRules } from './time.ts';
import { groupRules } from './group.ts';
import { fieldKind, type Field, type FieldType } from './index.ts';
import type { FieldRules } from './kind.ts';

const stated: { readonly [Type in FieldType]: FieldRules<Extract<Field, { type: Type }>, Field> } = {
  text: textRules,
  'long-text': longTextRules,
  number: numberRules,
  'roc-date': rocDateRules,
  time: timeRules,
  'national-id': nationalIdRules,
  phone: phoneRules,
  email: emailRules,
  address: addressRules,
  choice: choiceRules,
  file: fileRules,
  'bank-account': bankAccountRules,
  declaration: declarationRules,
  evidence: evidenceRules,
  group: groupRules<Field>((type) => fieldKind(type).outside ?? false),
};

export const fieldRules = (type: FieldType): FieldRules<Field, Field> =>
  stated[type] as unknown as FieldRules<Field, Field>;
