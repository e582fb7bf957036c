/** What a data provider asks about the bearer token that came with the call, and the person behind it. */
import type { Hono } from 'hono';
import { readBasic, readBearer } from '../../http/basic-auth.ts';
import { callerOf } from '../../limits/caller.ts';
import type { Platform } from '../platform.ts';
import { introspect, isProvider, userInfo } from './introspect.ts';

/**
 * POST `/connect/introspect`, for providers with Basic `resource_id:resource_secret`; GET `/connect/userinfo`, for
 * whoever has a live bearer token (else 401). A wrong name or secret counts for the caller's address.
 */
export function connectRoutes(app: Hono, platform: Platform): void {
  const { limiter } = platform;

  app.post('/connect/introspect', async (c) => {
    const caller = readBasic(c.req.header('authorization'));
    if (!caller || !(await isProvider(platform, caller))) {
      const failure = { budget: 'introspect-failures', who: callerOf(platform, c).address } as const;
      await limiter.require([failure]);
      await limiter.count([failure]);
      // As observed: whatever is wrong, the token is not active. Which of the two it was, the operator is told.
      const resource = caller && platform.datasets.has(caller.name) ? caller.name : undefined;
      platform.log.warn({ resource }, 'introspection with a wrong name or secret');
      return c.json({ active: false });
    }
    const { token } = await c.req.parseBody();
    return c.json(typeof token === 'string' ? await introspect(platform, caller.name, token) : { active: false });
  });

  app.get('/connect/userinfo', async (c) => {
    const token = readBearer(c.req.header('authorization'));
    const info = token === undefined ? undefined : await userInfo(platform, token);
    return info ? c.json(info) : c.body(null, 401, { 'www-authenticate': 'Bearer error="invalid_token"' });
  });
}
