/** The platform's clock page moves every party's clock; each is a clock of its own, behind HTTP. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fetch } from '../../context.ts';
import { clockRoutes } from '../../sandbox/clock/routes.ts';
import { TestClock } from '../../sandbox/clock/test-clock.ts';
import { routesOf } from '../../testing/route-matrix.ts';
import { createApp } from '../app.ts';
import { world } from '../app.fixture.ts';

interface Other {
  readonly clock: TestClock;
  /** How far each party was whenever something was due here. */
  readonly due: number[];
}

async function installation(environment: 'test' | 'live' = 'test') {
  const made = await world({ environment });
  const real = { now: () => made.clock.now() };
  const clock = new TestClock({ real });
  const others: Record<string, Other> = {};
  const doors = new Map<string, ReturnType<typeof clockRoutes>>();
  for (const name of ['provider', 'county:one']) {
    const other: Other = { clock: new TestClock({ real }), due: [] };
    others[name] = other;
    doors.set(
      `http://${name.replace(':', '-')}.test`,
      clockRoutes(other.clock, async () => {
        other.due.push(clock.aheadSeconds);
        return true;
      }),
    );
  }
  const silent = new Set<string>();
  const fetch: Fetch = async (url, init) => {
    const { origin, pathname } = new URL(url);
    const door = doors.get(origin);
    if (silent.has(origin)) throw Object.assign(new TypeError('nobody'), { cause: { code: 'ECONNREFUSED' } });
    if (door && pathname.startsWith('/sandbox/')) return door.request(pathname.replace('/sandbox', ''), init);
    return made.options.fetch(url, init);
  };
  const app = createApp({
    ...made.options,
    clock,
    fetch,
    testClocks: {
      clock,
      others: [
        { name: 'provider', url: 'http://provider.test' },
        { name: 'county:one', url: 'http://county-one.test' },
      ],
    },
  });
  const post = (body: string, type = 'application/json') =>
    app.request('/sandbox/clock', { method: 'POST', headers: { 'content-type': type }, body });
  const page = async (query = '') =>
    (await app.request(`/sandbox/clock${query}`, { headers: { accept: 'text/html' } })).text();
  return { ...made, app, clock, others, silent, post, page };
}

test('all clocks move together, in stages, and what is due is done at each before the answer', async () => {
  const { post, clock, others } = await installation();
  const answer = await post('{"seconds":120}');
  assert.equal(answer.status, 200);
  const { aheadSeconds, parties, busy, silent } = (await answer.json()) as Record<string, unknown>;
  assert.deepEqual({ aheadSeconds, busy, silent }, { aheadSeconds: 120, busy: [], silent: [] });
  assert.deepEqual(parties, [
    { name: 'provider', url: 'http://provider.test', aheadSeconds: 120 },
    { name: 'county:one', url: 'http://county-one.test', aheadSeconds: 120 },
  ]);
  assert.equal(clock.aheadSeconds, 120);
  assert.deepEqual(others['provider']!.due, [60, 120, 120], 'and once more after the platform’s own');
});

test('two moves at once are one after the other', async () => {
  const { post, clock, others } = await installation();
  await Promise.all([post('{"seconds":120}'), post('{"seconds":60}')]);
  assert.equal(clock.aheadSeconds, 180);
  assert.equal(others['county:one']!.clock.aheadSeconds, 180);
});

test('a party that was not there is named, and comes along with the next', async () => {
  const { post, silent, page, others } = await installation();
  silent.add('http://county-one.test');
  const told = (await (await post('{"seconds":900}')).json()) as { silent: string[] };
  assert.deepEqual(told.silent, ['county:one']);
  assert.match(await page(), /縣市（one）<\/th>\s*<td>\s*沒有回應/);
  silent.clear();
  assert.match(await page(), /0 秒（和平臺不同）[\s\S]*對時/);
  await post('seconds=0', 'application/x-www-form-urlencoded');
  assert.equal(others['county:one']!.clock.aheadSeconds, 900);
  assert.doesNotMatch(await page(), /對時/);
});

test('a party that is further ahead takes the others along', async () => {
  const { post, clock, others } = await installation();
  await others['provider']!.clock.moveTo(3600);
  await post('{"seconds":60}');
  assert.deepEqual([clock.aheadSeconds, others['county:one']!.clock.aheadSeconds], [3660, 3660]);
});

test('the page offers the steps, moves by a form and says what it did; what cannot be moved is said', async () => {
  const { post, page } = await installation();
  for (const seconds of [120, 900, 1200, 8 * 3600, 30 * 86_400, 366 * 86_400])
    assert.match(await page(), new RegExp(`name="seconds" value="${seconds}"`));
  const answer = await post('seconds=28800', 'application/x-www-form-urlencoded');
  assert.equal(answer.status, 303);
  const told = await page(new URL(answer.headers.get('location')!, 'http://x').search);
  assert.match(told, /已撥快 8 小時。/);
  assert.match(told, /測試時鐘已撥快 8 小時，這一頁的時間是/, 'as on every page');
  const refused = await post('seconds=-5', 'application/x-www-form-urlencoded');
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /不能是負數/);
  assert.equal((await post(`seconds=${6 * 366 * 86_400}`, 'application/x-www-form-urlencoded')).status, 400);
  assert.equal((await post('{"seconds":158112000}')).status, 409);
});

test('live has no such door, and no such clock', async () => {
  const { app, clock } = await installation('live');
  await clock.moveTo(60);
  assert.deepEqual(
    routesOf(app).filter(({ path }) => path.includes('clock')),
    [],
  );
  assert.equal((await app.request('/sandbox/clock')).status, 404);
  assert.equal((await app.request('/sandbox/clock', { method: 'POST', body: '{"seconds":5}' })).status, 404);
  assert.doesNotMatch(await (await app.request('/')).text(), /測試時鐘/);
});
