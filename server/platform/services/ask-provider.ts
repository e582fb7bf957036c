/** One call of the DP-API. Knows the interface (section 4), nothing of who asks or where the answer is kept. */
import { call } from '../../calls/call.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';

export interface ProviderQuestion {
  readonly resourceId: string;
  /** The bearer token that the provider will introspect. */
  readonly token: string;
  readonly transactionUid: string;
  readonly fields?: readonly string[];
  /** Header name → value. */
  readonly parameters?: { readonly [header: string]: string };
  /** Nobody wants it any more. */
  readonly signal?: AbortSignal;
}

export interface ProviderAnswer {
  /** 200 with bytes, 204 no record, 429 later, 504 could not be had. */
  readonly code: 200 | 204 | 429 | 504;
  readonly bytes?: Buffer;
  readonly retryAt?: Date;
}

const maxPackageBytes = 50 * 1024 * 1024;
const failed: ProviderAnswer = { code: 504 };

export async function askProvider(
  { config, clock, fetch }: Platform,
  { resourceId, token, transactionUid, fields, parameters = {}, signal }: ProviderQuestion,
): Promise<ProviderAnswer> {
  const headers = new Headers({
    authorization: `Bearer ${token}`,
    transaction_uid: transactionUid,
    accept: 'application/zip',
  });
  if (fields) headers.set('fields', fields.join(','));
  // RFC 3986 percent-encoding of UTF-8: header values are ASCII, and plain ones (114, ABC-1234) stay as they are.
  for (const [name, value] of Object.entries(parameters)) headers.set(name, encodeURIComponent(value));
  const outcome = await call(fetch, `${config.provider.url}/dp/${resourceId}`, {
    to: 'partner',
    headers,
    timeout: lifetimes.providerCall.ms,
    size: maxPackageBytes,
    signal,
  });
  if (outcome.kind !== 'answer') return failed;
  const { status, bytes } = outcome;
  if (status === 429)
    return { code: 429, retryAt: new Date(clock.now().getTime() + retrySeconds(outcome.headers) * 1000) };
  if (status === 204) return { code: 204 };
  if (status !== 200 || !outcome.headers.get('content-type')?.startsWith('application/zip')) return failed;
  return bytes.length ? { code: 200, bytes } : failed;
}

/** Clients of the interface assume 60 seconds where none are named. */
function retrySeconds(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.max(seconds, 1), 3600) : 60;
}
