/**
 * The only way to another party. One limit of time over the whole answer, headers and body, and one of size, whatever the
 * other side does: nobody waits for a partner that is silent, drips, or sends without end.
 *
 * Never by way of a `Request`: on Node 20 `fetch(new Request(url, { signal }))` loses its signal with the next garbage
 * collection, and waits as long as the other side likes. The signal goes to `fetch` itself, and the limit does not depend
 * on its being heeded.
 */
import type { Fetch, Whose } from '../context.ts';
import { failureOf, type NoAnswer } from './failure.ts';

export interface Call {
  /** Who has written the address decides where it may lead (`reach/`). */
  readonly to: Whose;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>> | Headers;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Milliseconds from the call to the last byte of the answer. */
  readonly timeout: number;
  /** Bytes that the answer's body may have; 0: nobody reads it. */
  readonly size: number;
  /** `refuse` (unless told otherwise): a redirect is a failure. `answer`: it is an answer like others. Nobody follows any. */
  readonly redirects?: 'refuse' | 'answer';
  /** Ends it before its time, e.g. when the resident cancels. */
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

export type Outcome = Answer | NoAnswer;

/** Never throws. */
export function call(fetch: Fetch, url: string, options: Call): Promise<Outcome> {
  const control = new AbortController();
  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', cancel);
      resolve(outcome);
      // What is still under way is not wanted any more.
      control.abort();
    };
    const cancel = (): void => end({ kind: 'cancelled' });
    // A stop need not wait for it; the connection keeps the process alive.
    const timer = setTimeout(() => end({ kind: 'silent' }), options.timeout).unref();
    if (options.signal?.aborted) return cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    void talk(fetch, url, options, control.signal).then(end);
  });
}

async function talk(fetch: Fetch, url: string, options: Call, signal: AbortSignal): Promise<Outcome> {
  const { to, method, headers, body, size, redirects = 'refuse' } = options;
  try {
    const response = await fetch(url, { to, method, headers, body, redirect: 'manual', signal });
    if (redirects === 'refuse' && isRedirect(response.status)) return await without(response, 'redirected');
    const bytes = await read(response, size);
    if (!bytes) return await without(response, 'too-large');
    return { kind: 'answer', status: response.status, headers: response.headers, bytes };
  } catch (error) {
    return { kind: failureOf(error) };
  }
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

async function without(response: Response, kind: NoAnswer['kind']): Promise<NoAnswer> {
  await drop(response);
  return { kind };
}

const drop = async (response: Response): Promise<void> => {
  await response.body?.cancel().catch(() => undefined);
};

/** → undefined when there is more than it may have */
async function read(response: Response, size: number): Promise<Buffer | undefined> {
  if (!response.body) return Buffer.alloc(0);
  if (size === 0) {
    await drop(response);
    return Buffer.alloc(0);
  }
  if (Number(response.headers.get('content-length') ?? 0) > size) return undefined;
  const parts: Uint8Array[] = [];
  let had = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    had += part.length;
    if (had > size) return undefined; // leaving the loop cancels the stream
    parts.push(part);
  }
  return Buffer.concat(parts);
}
