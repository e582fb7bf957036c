/** Each route of each party that changes anything × each way in which another site's page may ask: refused before the route. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hono } from 'hono';
import { openWorld } from '../county/testing/county-under-test.ts';
import { staffedWorld } from '../platform/staff/staff.fixture.ts';
import { testProvider } from '../provider/provider.fixture.ts';
import { routesOf } from './route-matrix.ts';
import { createTestPki } from './test-pki.ts';

const parties: Readonly<Record<string, () => Promise<Hono>>> = {
  platform: async () => (await staffedWorld()).app,
  county: async () => (await openWorld(await createTestPki())).app,
  provider: async () => (await testProvider()).app,
};

/** By `Sec-Fetch-Site`, and by `Origin` where a browser sends no such header. */
const strangers: readonly Readonly<Record<string, string>>[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://stranger.example' },
  { origin: 'https://stranger.example' },
  { origin: 'http://localhost:1' },
  { origin: 'null' },
];

for (const [party, open] of Object.entries(parties))
  test(`another site's page changes nothing at the ${party}`, async () => {
    const app = await open();
    const changing = routesOf(app).filter(({ method }) => method !== 'GET');
    assert.ok(changing.length > 1);
    for (const { method, path } of changing)
      for (const headers of strangers) {
        const address = path.replace(/\{.*\}/, '').replaceAll(/:\w+/g, 'one');
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          const init = { method, headers: { ...headers, 'content-type': type, 'x-mydata-request': '1' }, body: '{}' };
          const answer = await app.request(address, init);
          const told = `${method} ${path} ${JSON.stringify(headers)}`;
          assert.equal(answer.status, 403, told);
          // Errors of the DP-API have no body.
          const said = `${answer.headers.get('x-error') ?? ''} ${await answer.text()}`;
          assert.match(said, /cross-site|不是從本網站的網頁送出/, told);
        }
      }
  });
