import type { ApiError } from '#schemas/wire/county-api.ts';
import type { Text } from '#schemas/text.ts';

export type ServerFieldError = NonNullable<ApiError['error']['fields']>[number];

/**
 * A call to the county app that did not succeed.
 * `code` is the county app's own, or `network` (no answer: offline, cut off) or `unreadable` (an answer that is no JSON of ours).
 * `status` is the HTTP status, 0 without an answer.
 */
export class CountyError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    /** What the county app says to the resident, in both languages; absent for `network` and `unreadable`. */
    readonly text?: Text,
    readonly fields: readonly ServerFieldError[] = [],
  ) {
    super(code);
    this.name = 'CountyError';
  }

  /** Worth trying again by itself: nothing wrong with what was sent. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** `body` is the parsed JSON of an answer with an error status; any other shape becomes `unreadable`. */
export function countyErrorFrom(status: number, body: unknown): CountyError {
  const error = (body as ApiError | null | undefined)?.error;
  return typeof error?.code === 'string'
    ? new CountyError(error.code, status, error.message, error.fields ?? [])
    : new CountyError('unreadable', status);
}
