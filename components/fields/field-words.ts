/** What the words about a question and its answer depend on its type for; each type says it in its own `words.ts`. Pure. */
import type { Field } from '#schemas/form/definition.ts';
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { Reading } from '#schemas/taiwan/reading.ts';
import type { Language } from '#schemas/text.ts';
import type { AnswerError } from '../i18n/answer-error.ts';
import type { ValidationKey } from '../i18n/validation-messages.ts';

type Display = (field: Field, value: AnswerValue | undefined, language: Language) => string;

export interface FieldWords<F> {
  /** What is said where an answer is owed; that it be entered, unless told. */
  readonly missing?: ValidationKey;
  /** Of an answer of several parts: those that are spoken of by themselves. */
  readonly parts?: readonly ValidationKey[];
  /** The answer in one line; as it is, unless told. `display` is for answers inside it. */
  shown?(value: AnswerValue, field: F, language: Language, display: Display): string;
  /** What is said of this failure; what is said of any type, unless told. */
  refusal?(error: AnswerError, field: F): ValidationKey | undefined;
  /** The reader of its kind: it knows best why a text is none. */
  read?(text: string, field: F): Reading<unknown> | undefined;
  readPart?(answer: unknown, part: string | undefined): Reading<unknown> | undefined;
}
