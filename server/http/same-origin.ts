/**
 * Refuses state-changing requests that another site's page makes in the visitor's browser. `Sec-Fetch-Site` decides where
 * the browser sends it, else `Origin`; a caller that sends neither is no browser, carries no cookie by accident, and
 * still needs whatever the route asks (token, ticket, secret).
 */
import type { MiddlewareHandler } from 'hono';
import { HttpError } from './errors.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function isSameOrigin(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === publicOrigin;
}

/** @param publicUrl address under which browsers see this app */
export function sameOrigin(publicUrl: string): MiddlewareHandler {
  const { origin } = new URL(publicUrl);
  return async function requireSameOrigin(c, next) {
    if (!safe.has(c.req.method) && !isSameOrigin(c.req.raw.headers, origin)) {
      throw new HttpError(403, 'cross-site', {
        'zh-Hant': '這個動作不是從本網站的網頁送出的，因此沒有執行。請回到本網站再試一次。',
        en: 'This request did not come from a page of this site, so nothing was done. Please try again from our own page.',
      });
    }
    await next();
  };
}
