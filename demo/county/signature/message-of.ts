/** What a failed step of signing says to the resident. */
import { CountyError } from '#components/county-calls.ts';
import { say } from '../layout/language.ts';
import { text } from '../text/text.ts';

const otherwise = text(
  '現在無法完成簽署，請稍後再試。您填寫的內容都還在。',
  'Signing did not work just now. Please try again later; nothing typed is lost.',
);

export interface SignProblem {
  readonly message: string;
  /** What is wrong with which field, by its name. */
  readonly fields: readonly { readonly field: string; readonly message: string }[];
}

export const problemOf = (failure: unknown): SignProblem => ({
  message: messageOf(failure),
  fields:
    failure instanceof CountyError
      ? failure.fields.map(({ field, message }) => ({ field, message: say(message) }))
      : [],
});

const messageOf = (failure: unknown): string =>
  say((failure instanceof CountyError ? failure.text : undefined) ?? otherwise);
