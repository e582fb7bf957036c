import type { PhoneField } from '#schemas/form/definition.ts';
import { formatPhone, readPhone } from '#schemas/taiwan/phone.ts';
import type { FieldWords } from '../field-words.ts';

export const phoneWords: FieldWords<PhoneField> = {
  shown: (value) => formatPhone(String(value)),
  read: (text, { mobileOnly }) => readPhone(text, mobileOnly),
};
