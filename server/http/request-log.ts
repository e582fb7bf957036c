/**
 * One line per request: method, the route's pattern, status, milliseconds. Never the path itself, its ids or its query. Who
 * was refused for want of a right, or for trying too often, stands in a log of warnings too.
 */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Clock, Log } from '../context.ts';

const isTold = (status: number): boolean => status >= 500 || status === 401 || status === 403 || status === 429;

/** Written after the answer is made. */
export function requestLog({ log, clock }: { log: Log; clock: Clock }): MiddlewareHandler {
  return async function logRequest(c, next) {
    const began = clock.now().getTime();
    await next();
    const fields = {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: clock.now().getTime() - began,
    };
    if (isTold(c.res.status)) log.warn(fields, 'request');
    else log.info(fields, 'request');
  };
}
