/**
 * Errors on their way out. What a route throws on purpose is an `HttpError` with a stable code and a text that says what
 * to do; everything else is a 500 that explains nothing to the caller and only names its class in the log.
 */
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Log } from '../context.ts';
import type { Text } from '#schemas/text.ts';

export type ErrorStatus =
  400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 502 | 503 | 504;

export class HttpError extends Error {
  constructor(
    readonly status: ErrorStatus,
    /** Stable, kebab-case, e.g. `draft-conflict`. */
    readonly code: string,
    /** For people: what happened and what to do. No personal data. */
    readonly text: Text,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'HttpError';
  }
}

/** Thrown where the browser must go to another page of ours first, e.g. to sign in: 303. */
export class Elsewhere extends Error {
  /** @param location a path of this app */
  constructor(readonly location: string) {
    super('elsewhere');
    this.name = 'Elsewhere';
  }
}

/** Draws the answer; the default is JSON, `{ error: { code, message } }`. */
export type RenderError = (c: Context, error: HttpError) => Response | Promise<Response>;

/** Code and both texts, with the error's status: the same shape for every interface that has none of its own. */
export const renderJsonError: RenderError = (c, error) =>
  c.json({ error: { code: error.code, message: error.text } }, error.status as ContentfulStatusCode);

const unexpected = (): HttpError =>
  new HttpError(500, 'internal', {
    'zh-Hant': '系統暫時無法處理，請稍後再試。若一直如此，請與服務窗口聯絡。',
    en: 'The system cannot handle this right now. Please try again later.',
  });

const fromHono = (error: HTTPException): HttpError =>
  error.status === 413
    ? new HttpError(413, 'too-large', { 'zh-Hant': '送出的內容太大。', en: 'What was sent is too large.' })
    : error.status >= 500
      ? unexpected()
      : new HttpError(400, 'bad-request', { 'zh-Hant': '送出的內容無法讀取。', en: 'What was sent cannot be read.' });

/** The one mapper of an app: `app.onError(errorHandler({ log }))`. */
export function errorHandler({ log, render = renderJsonError }: { log: Log; render?: RenderError }): ErrorHandler {
  return async function answerError(error, c) {
    if (error instanceof Elsewhere) return c.redirect(error.location, 303);
    const known = error instanceof HttpError ? error : error instanceof HTTPException ? fromHono(error) : undefined;
    // The class and the place, never the message: it may hold what a person typed.
    if (!known) log.error({ kind: error.name, at: firstOwnFrame(error), route: routePath(c, -1) }, 'unexpected error');
    const answer = known ?? unexpected();
    for (const [name, value] of Object.entries(answer.headers)) c.header(name, value);
    return render(c, answer);
  };
}

/** 404 `not-found` for an address that no route has, drawn as the party's other errors. */
export function notFoundHandler(render: RenderError = renderJsonError): NotFoundHandler {
  return (c) =>
    render(
      c,
      new HttpError(404, 'not-found', {
        'zh-Hant': '找不到這個網頁。請確認網址是否正確。',
        en: 'There is no such page. Please check the address.',
      }),
    );
}

function firstOwnFrame(error: Error): string | undefined {
  const line = error.stack?.split('\n').find((text) => text.includes('/server/') && !text.includes('node_modules'));
  return line ? /\/(server\/[\w./-]+:\d+)/.exec(line)?.[1] : undefined;
}
