/** A party's own clock, as the provider has it: the county mounts the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testProvider } from '../../provider/provider.fixture.ts';
import { TestClock } from './test-clock.ts';

const real = { now: () => new Date('2026-11-28T00:00:00Z') };
const post = (
  app: { request(path: string, init: RequestInit): Response | Promise<Response> },
  body: unknown,
  type = 'application/json',
) => app.request('/sandbox/clock', { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });

test('it is read, moved by so much or to so far, and never back', async () => {
  const clock = new TestClock({ real });
  const { app } = await testProvider({}, { testClock: clock });
  assert.deepEqual(await (await app.request('/sandbox/clock')).json(), {
    now: '2026-11-28T00:00:00.000Z',
    aheadSeconds: 0,
  });
  assert.deepEqual(await (await post(app, { seconds: 120 })).json(), {
    now: '2026-11-28T00:02:00.000Z',
    aheadSeconds: 120,
    done: true,
  });
  assert.equal(((await (await post(app, { aheadSeconds: 60 })).json()) as { aheadSeconds: number }).aheadSeconds, 120);
  for (const [body, type] of [
    [{ seconds: -1 }],
    [{ seconds: 1.5 }],
    [{ seconds: '5' }],
    [{ seconds: 1, aheadSeconds: 1 }],
    [{}],
    [null],
    [{ seconds: 5 }, 'text/plain'],
  ] as const)
    assert.equal((await post(app, body, type)).status, 400, JSON.stringify(body));
  assert.equal((await post(app, { seconds: 5 * 366 * 86_400 })).status, 409);
  assert.equal(clock.aheadSeconds, 120);
});

test('a page of another site moves nothing', async () => {
  const clock = new TestClock({ real });
  const { app } = await testProvider({}, { testClock: clock });
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
  const answer = await app.request('/sandbox/clock', { method: 'POST', headers, body: '{"seconds":5}' });
  assert.equal(answer.status, 403);
  assert.equal(clock.aheadSeconds, 0);
});

test('once moved, every page says by how much, and every answer is dated so', async () => {
  const clock = new TestClock({ real });
  const { app } = await testProvider({}, { testClock: clock });
  const page = async () => (await app.request('/')).text();
  assert.doesNotMatch(await page(), /測試時鐘已撥快/);
  await post(app, { seconds: 8 * 3600 });
  assert.match(await page(), /測試時鐘已撥快 8 小時，這一頁的時間是 2026-11-28 16:00:00[\s\S]*<\/aside><\/body>/);
  assert.match(await page(), /href="http:\/\/platform\.test\/sandbox\/clock"/);
  assert.match(await page(), /<link rel="stylesheet" href="\/sandbox\/clock\.css" \/><\/head>/);
  assert.equal((await app.request('/sandbox/clock.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  const json = await app.request('/health');
  assert.equal(json.headers.get('date'), 'Sat, 28 Nov 2026 08:00:00 GMT');
  assert.deepEqual(await json.json(), { status: 'ok' });
});

test('outside the test environment the door is not there, whatever clock is handed in', async () => {
  const clock = new TestClock({ real });
  await clock.moveTo(60);
  const { app } = await testProvider({ sandbox: false }, { testClock: clock });
  assert.equal((await app.request('/sandbox/clock')).status, 404);
  assert.equal((await post(app, { seconds: 5 })).status, 404);
  assert.doesNotMatch(await (await app.request('/')).text(), /測試時鐘/);
});
