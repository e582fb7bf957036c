import type { RocDateField } from '#schemas/form/definition.ts';
import type { FieldWords } from '../field-words.ts';
import { dateText } from '../roc-time.ts';
import { readAnswer } from './roc-date-parts.ts';

export const rocDateWords: FieldWords<RocDateField> = {
  shown: (value, _field, language) => dateText(String(value), language),
  read: readAnswer,
};
