/** What a compiled validator says, on both sides. */

/** One error as Ajv gives it, without message: pages and server have their own words per keyword. */
export interface AnswerError {
  /** JSON Pointer into the answers: `` for the whole, `/householdMembers/2/name`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

/** `errors` is of the latest call, `null` after `true`. */
export interface Validate {
  (answers: unknown): boolean;
  errors?: readonly AnswerError[] | null;
}
