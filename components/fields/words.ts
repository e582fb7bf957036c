/** The types whose words differ from those of any question. */
import type { Field, FieldType } from '#schemas/form/definition.ts';
import { addressWords } from './address/words.ts';
import { bankAccountWords } from './bank-account/words.ts';
import { choiceWords } from './choice/words.ts';
import { declarationWords } from './declaration/words.ts';
import { emailWords } from './email/words.ts';
import { fileWords } from './file/words.ts';
import { groupWords } from './group/words.ts';
import { nationalIdWords } from './national-id/words.ts';
import { numberWords } from './number/words.ts';
import { phoneWords } from './phone/words.ts';
import { rocDateWords } from './roc-date/words.ts';
import { textWords } from './text/words.ts';
import { timeWords } from './time/words.ts';
import type { FieldWords } from './field-words.ts';

const words: { readonly [Type in FieldType]?: FieldWords<Extract<Field, { type: Type }>> } = {
  address: addressWords,
  'bank-account': bankAccountWords,
  choice: choiceWords,
  declaration: declarationWords,
  email: emailWords,
  file: fileWords,
  group: groupWords,
  'national-id': nationalIdWords,
  number: numberWords,
  phone: phoneWords,
  'roc-date': rocDateWords,
  text: textWords,
  time: timeWords,
};

export const wordsOf = ({ type }: Field): FieldWords<Field> => (words[type] ?? {}) as FieldWords<Field>;
