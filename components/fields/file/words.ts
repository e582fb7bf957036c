import type { FileField } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { t } from '../../i18n/field-messages.ts';
import type { FieldWords } from '../field-words.ts';

export const fileWords: FieldWords<FileField> = {
  missing: 'upload',
  shown: (value, _field, language) =>
    (Array.isArray(value) &&
      (value as readonly { readonly name?: AnswerValue }[]).map(({ name }) => name).join('；')) ||
    t(language, 'notAnswered'),
  refusal: ({ keyword }) => (keyword === 'maxItems' ? 'maxFiles' : keyword === 'minItems' ? 'upload' : 'badFile'),
};
