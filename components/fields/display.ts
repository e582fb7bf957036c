/** An answer in words, for read-only places: official values, the check-your-answers page, print. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Language } from '#schemas/text.ts';
import { t } from '../i18n/field-messages.ts';
import { wordsOf } from './words.ts';

/** One line; the rows of a group and the files are joined by 「；」. An unanswered question gives 「未填寫」. */
export const displayAnswer = (field: Field, value: AnswerValue | undefined, language: Language): string =>
  value === undefined
    ? t(language, 'notAnswered')
    : (wordsOf(field).shown?.(value, field, language, displayAnswer) ?? String(value));
