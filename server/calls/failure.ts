/** What Node's `fetch` says when there is no answer, in the words of `call`. */
import { forbidden } from './reach/lookup.ts';

/**
 * `silent`: no whole answer in time · `refused`: nobody there, so nothing was received · `reset`: broken off ·
 * `too-large` · `redirected` · `forbidden`: leads where it may not, nothing was sent · `cancelled` by our own signal. After `silent` and `reset` the other side may have acted.
 */
export type NoAnswer = {
  readonly kind: 'silent' | 'refused' | 'reset' | 'too-large' | 'redirected' | 'forbidden' | 'cancelled';
};

/** Nobody there: the request was not received. */
const nobody = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);
const late = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);

/**
 * `forbidden`: an address that may not be called · `refused`: nobody there · `silent`: out of time · `reset`: all else
 */
export function failureOf(error: unknown): NoAnswer['kind'] {
  const codes = codesOf(error);
  if (codes.includes(forbidden)) return 'forbidden';
  if (codes.some((code) => nobody.has(code))) return 'refused';
  if (codes.some((code) => late.has(code))) return 'silent';
  return 'reset';
}

/** `fetch` wraps what happened into a `TypeError`, and several addresses' failures into an `AggregateError`. */
function codesOf(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== 'object' || error === null || depth > 3) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...codesOf(cause, depth + 1),
    ...(Array.isArray(errors) ? errors.flatMap((one) => codesOf(one, depth + 1)) : []),
  ];
}
