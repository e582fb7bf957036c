/** One call of the DP-API. Knows the interface (section 4), nothing of who asks or where the answer is kept. */
import { call } from '../../calls/call.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import { providerOf, type DataProvider } from '../providers/provider-of.ts';

export interface ProviderQuestion {
  readonly resourceId: string;
  /** The token that the provider will introspect. */
  readonly token: string;
  readonly transactionUid: string;
  readonly fields?: readonly string[];
  /** Header name → value; dates as `2025-05-01`. */
  readonly parameters?: { readonly [header: string]: string };
  /** Nobody wants it any more. */
  readonly signal?: AbortSignal;
}

export interface ProviderAnswer {
  /** 200 with bytes, 204 no record, 429 later, 504 could not be had. */
  readonly code: 200 | 204 | 429 | 504;
  readonly bytes?: Buffer;
  readonly retryAt?: Date;
  /** For the log, of 504: why. */
  readonly reason?: string;
}

const maxPackageBytes = 50 * 1024 * 1024;
const failed = (reason: string): ProviderAnswer => ({ code: 504, reason });

/**
 * Asks once and waits for `lifetimes.providerCall` at most; never throws for what the provider does. More than 50 MiB,
 * a redirect, another status or type than the interface names is 504. The package is not looked into.
 */
export async function askProvider(platform: Platform, question: ProviderQuestion): Promise<ProviderAnswer> {
  const provider = await providerOf(platform, question.resourceId);
  if (!provider) return failed('no-provider');
  const outcome = await call(platform.fetch, provider.url, {
    to: provider.to,
    ...requestOf(provider, question),
    timeout: lifetimes.providerCall.ms,
    size: maxPackageBytes,
    signal: question.signal,
  });
  if (outcome.kind !== 'answer') return failed(outcome.kind);
  const { status, headers, bytes } = outcome;
  // Some agencies' gateways write 426 for it.
  if (status === 429 || status === 426)
    return { code: 429, retryAt: new Date(platform.clock.now().getTime() + retrySeconds(headers) * 1000) };
  if (status === 204) return { code: 204 };
  if (status !== 200) return failed(`status-${status}`);
  if (!/^application\/zip\b/i.test(headers.get('content-type') ?? '')) return failed('not-application-zip');
  return bytes.length ? { code: 200, bytes } : failed('empty');
}

function requestOf(
  { method, token: form, dates, headers: own, narrows }: DataProvider,
  { token, transactionUid, fields, parameters = {} }: ProviderQuestion,
): { readonly method: 'GET' | 'POST'; readonly headers: Headers; readonly body?: string } {
  const headers = new Headers(own);
  headers.set('authorization', form === 'bearer' ? `Bearer ${token}` : token);
  headers.set('transaction_uid', transactionUid);
  headers.set('accept', 'application/zip');
  if (fields && narrows) headers.set('fields', fields.join(','));
  const { purpose, ...asked } = parameters;
  if (purpose !== undefined) headers.set('purpose', purpose);
  const values = Object.entries(asked).map(([name, value]) => [name, written(value, dates)] as const);
  for (const [name, value] of values) headers.set(name, headerText(value));
  if (method === 'GET') return { method, headers };
  headers.set('content-type', 'application/json');
  return { method, headers, body: JSON.stringify(Object.fromEntries(values)) };
}

const written = (value: string, dates: DataProvider['dates']): string =>
  dates === 'yyyy/MM/dd' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.replaceAll('-', '/') : value;

/** Header values are ASCII: all else is percent-encoded UTF-8, and so is `%`; plain ones (114, ABC-1234, 2025/05/01) stay. */
const headerText = (value: string): string => value.replace(/[^\x21-\x7e]+|%/g, encodeURIComponent);

/** Whole seconds. Clients of the interface assume 60 where none are named. */
function retrySeconds(headers: Headers): number {
  const text = headers.get('retry-after')?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Math.min(Math.max(Number(text), 1), 3600) : 60;
}
