/** What is answered: the value of one question, and of all. */
export type AnswerValue =
  string | number | boolean | readonly AnswerValue[] | { readonly [key: string]: AnswerValue | undefined };

/** Keyed by field id. A question not answered has no key: there is no empty string and no null in answers. */
export type Answers = { readonly [fieldId: string]: AnswerValue | undefined };
