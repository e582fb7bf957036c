import type { GroupField } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import { t } from '../../i18n/field-messages.ts';
import type { FieldWords } from '../field-words.ts';

export const groupWords: FieldWords<GroupField> = {
  missing: 'addRows',
  shown: (value, { fields }, language, display) =>
    (Array.isArray(value) &&
      (value as readonly Answers[])
        .map((row) =>
          fields
            .filter(({ id }) => row[id] !== undefined)
            .map((inner) => display(inner, row[inner.id], language))
            .join('，'),
        )
        .join('；')) ||
    t(language, 'notAnswered'),
  refusal: ({ keyword }) => (keyword === 'minItems' ? 'addRows' : keyword === 'maxItems' ? 'maxRows' : undefined),
};
