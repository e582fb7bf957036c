/**
 * Hono answers HEAD by running the GET route and dropping the body. Where a GET uses something up (a ticket, a
 * transaction, a token), a HEAD would use it up and deliver nothing: there it is no method.
 */
import type { MiddlewareHandler } from 'hono';
import { HttpError } from './errors.ts';

/** Answers HEAD with 405 `method-not-allowed`, before the route runs. */
export function refuseHead(): MiddlewareHandler {
  return async function requireOtherMethod(c, next) {
    if (c.req.method === 'HEAD') {
      throw new HttpError(
        405,
        'method-not-allowed',
        { 'zh-Hant': '這個網址不接受這種要求。', en: 'This address does not take that method.' },
        { allow: 'GET' },
      );
    }
    await next();
  };
}
