/** A crowd at the door of a platform with journeys under way; the long form is `npm run bench -- arrivals`. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { behind, Gate } from '../http/gate/gate.ts';
import { lateness } from '../http/gate/late.ts';
import { flood } from '../testing/flood.ts';
import { Browser, entryUrl, household, lowIncome, publicUrl, world } from './app.fixture.ts';
import type { PlatformApp } from './app.ts';

test('20,000 arrive in a second: those under way finish, and everybody else has a place in the line', async (t) => {
  // Requests and answers as where it is served.
  getRequestListener(() => new Response(), { overrideGlobalObjects: true });
  const made = await world({ storage: sqlitePlatformStorage(':memory:') });
  made.dp[household] = { status: 204 };
  made.dp[lowIncome] = { status: 204 };
  const { lateMs, stop } = lateness();
  const gate = new Gate({ now: () => performance.now(), lateMs, https: false, log: made.options.log });
  const fetch = behind(gate, made.app.fetch);
  const request = async (path: string, init?: RequestInit, env?: object) =>
    fetch(new Request(`${publicUrl}${path}`, init), env);
  const app = { request } as unknown as PlatformApp;

  const underWay = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const browser = new Browser(app);
      return { browser, page: await browser.toIdentity() };
    }),
  );
  const first = entryUrl();
  const path = (): string => first.replace(/\/[0-9a-f-]{36}\?/, `/${randomUUID()}?`);
  const [figures, ...ends] = await Promise.all([
    flood({ arrivals: 20_000, withinMs: 1000, arrive: async () => (await request(path())).status }),
    ...underWay.map(async ({ browser, page }) => {
      const consent = await browser.post(await browser.prove(made, page), 'preview');
      return browser.post(consent, 'consent', { decision: 'agree' });
    }),
  ]);
  stop();
  t.diagnostic(JSON.stringify(figures));
  for (const end of ends) assert.match(end?.location ?? '', /code=200/, end?.path);
  assert.equal(figures.others, 0);
  assert.equal(figures.inside + figures.places, 20_000);
  assert.ok(figures.inside < 2_000, `${figures.inside} came in`);
  assert.equal((await made.storage.transactions(30_000)).length, figures.inside + underWay.length);
});
