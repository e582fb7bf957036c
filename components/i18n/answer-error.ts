/**
 * As Ajv reports it, or the server (`ApiError.fields`, keyword only), or one of ours: `confirm`, `claim`, `reason`.
 * `part` names a part of the answer (`town`), where Ajv's path or missing property does not already.
 */
export interface AnswerError {
  readonly keyword: string;
  readonly params?: { readonly [name: string]: unknown };
  readonly instancePath?: string;
  readonly part?: string;
  /** The answer that failed, where the sentence depends on it (the check digit of an id). */
  readonly data?: unknown;
}
