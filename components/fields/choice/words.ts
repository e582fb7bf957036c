import type { ChoiceField } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import { textIn } from '#schemas/text.ts';
import type { FieldWords } from '../field-words.ts';

export const choiceWords: FieldWords<ChoiceField> = {
  missing: 'choose',
  shown: (value, field, language) => {
    const label = (one: AnswerValue) => {
      const option = field.options.find((candidate) => candidate.value === one);
      return option ? textIn(option.label, language) : String(one);
    };
    return Array.isArray(value) ? (value as readonly AnswerValue[]).map(label).join('、') : label(value);
  },
  refusal: ({ keyword }) => (keyword === 'minItems' ? 'minChoices' : keyword === 'maxItems' ? 'maxChoices' : 'choices'),
};
