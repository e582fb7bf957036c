import type { AddressField } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { FieldWords } from '../field-words.ts';

export const addressWords: FieldWords<AddressField> = {
  parts: ['county', 'town', 'detail', 'postcode'],
  shown: (value) => {
    const { postcode, county, town, detail } = value as { readonly [part: string]: AnswerValue | undefined };
    return [postcode ? `${postcode} ` : '', county, town, detail].join('');
  },
};
