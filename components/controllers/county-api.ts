/**
 * One call to the county app (`schemas/wire/county-api.ts`): the request header, the JSON, the errors; not retries, timing
 * or state. The calls themselves are in `service-api.ts` and `draft-api.ts`, so that a page loads only those it uses.
 */
import { CountyError, countyErrorFrom } from './county-error.ts';

export interface CallOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page (browsers cap such bodies at 64 KiB). */
  readonly keepalive?: boolean;
}

/**
 * `api` is the base address (`/api`), `path` what follows it. Rejects with `CountyError`, or with the reason of `signal` when that fires.
 */
export async function callCounty<T>(
  api: string,
  path: string,
  { method = 'GET', body, signal, keepalive }: CallOptions,
): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(api.replace(/\/$/, '') + path, {
      method,
      signal,
      keepalive,
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        'x-mydata-request': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CountyError('network', 0);
  }
  if (answer.status === 204) return undefined as T;
  const json: unknown = await answer.json().catch(() => undefined);
  if (signal?.aborted) throw signal.reason;
  if (!answer.ok) throw countyErrorFrom(answer.status, json);
  if (json === undefined) throw new CountyError('unreadable', answer.status);
  return json as T;
}

/** `/services/{service}{rest}` */
export const servicePath = (service: string, rest = ''): string => `/services/${encodeURIComponent(service)}${rest}`;
