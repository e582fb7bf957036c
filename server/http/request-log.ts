/** One line per request: method, the route's pattern, status, milliseconds. Never the path itself, its ids or its query. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Clock, Log } from '../context.ts';

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
    if (c.res.status >= 500) log.warn(fields, 'request');
    else log.info(fields, 'request');
  };
}
