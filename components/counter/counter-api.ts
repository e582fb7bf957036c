/** What `<mydata-counter>` asks of the county app (`schemas/wire/counter-api.ts`). */
import type { DeskView, Presented } from '#schemas/wire/counter-api.ts';
import { CountyError, countyErrorFrom } from '../controllers/county-error.ts';

/** A refusal with the seconds after which it is worth trying again, where the answer says. */
export class CounterError extends CountyError {
  constructor(
    error: CountyError,
    readonly retryAfter?: number,
  ) {
    super(error.code, error.status, error.text, error.fields);
  }
}

async function call<T>(api: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(api.replace(/\/$/, '') + path, {
      method: body === undefined ? 'GET' : 'POST',
      signal,
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
    throw new CounterError(new CountyError('network', 0));
  }
  const json: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && json !== undefined) return json as T;
  const seconds = Number(answer.headers.get('retry-after') ?? NaN);
  throw new CounterError(countyErrorFrom(answer.status, json), Number.isFinite(seconds) ? seconds : undefined);
}

export const getDesk = (api: string, signal?: AbortSignal) => call<DeskView>(api, '', undefined, signal);

export const present = (api: string, service: string | undefined, serial: string) =>
  call<Presented>(api, '/present', { ...(service !== undefined && { service }), serial });

export const resend = (api: string, attempt: string) => call<Presented>(api, '/resend', { attempt });

export const sendCode = (api: string, attempt: string, code: string) =>
  call<{ readonly case: string }>(api, '/code', { attempt, code });
