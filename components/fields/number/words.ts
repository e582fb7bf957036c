import type { NumberField } from '#schemas/form/definition.ts';
import { readAmount } from '#schemas/taiwan/amount.ts';
import { textIn } from '#schemas/text.ts';
import type { FieldWords } from '../field-words.ts';

export const numberWords: FieldWords<NumberField> = {
  shown: (value, { unit }, language) => `${value}${unit ? ` ${textIn(unit, language)}` : ''}`,
  refusal: ({ keyword, params, data }) => {
    if (keyword !== 'type') return undefined;
    return params?.['type'] === 'integer' && typeof data === 'number' ? 'integer' : 'number';
  },
  read: (text) => readAmount(text),
};
