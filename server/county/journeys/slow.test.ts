import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import type { CountyDependencies } from '../config.ts';
import { fetchPackage } from './fetch-package.ts';
import type { Browser, World } from '../testing/county-under-test.ts';
import { openWorld } from '../testing/county-under-test.ts';
import { householdPayload, personalPayload, resident } from '../testing/payloads.ts';
import { household, personal } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const url = '/api/services/test-relief/draft';
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);
const both = (world: World) => [
  { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
  { resourceId: household, resourceName: '現戶全戶戶籍資料', code: 200, zip: world.signed(householdPayload()) },
];
const later = (seconds: number) => () =>
  new Response(null, { status: 429, headers: { 'retry-after': String(seconds) } });
const refused = (status: number) => () => new Response(null, { status });

/** Time stands until the test lets a wait end. */
function heldClock() {
  const waits: { ms: number; end: () => void }[] = [];
  return {
    waits,
    wait: (ms: number) => new Promise<void>((end) => void waits.push({ ms, end })),
    async next(world: World): Promise<number> {
      while (!waits.length) await new Promise((tick) => setImmediate(tick));
      const { ms, end } = waits.shift()!;
      world.now = new Date(world.now.getTime() + ms);
      end();
      return ms;
    },
  };
}

/** Sent, agreed, back; the platform's answers first, then the package. */
async function waiting(world: World, browser: Browser, answers: readonly (() => Response)[]) {
  const sent = await browser.leave(resident.nationalId, [household]);
  world.answers.push(...answers);
  assert.equal((await world.deliver(sent.txId, both(world))).status, 200);
  await browser.comeBack(sent.txId, 200);
  return sent;
}
const asking = async (world: World, times: number) => {
  while (world.asked.length < times) await new Promise((tick) => setImmediate(tick));
  await new Promise((tick) => setTimeout(tick, 20));
};
const typed = (browser: Browser, revision: number, answers: Readonly<Record<string, unknown>>) =>
  browser.send('PUT', url, { answers, claims: {}, revision });

test('a package that takes an hour: the page is told what is awaited, typing goes on, and it fills what is open', async () => {
  const clock = heldClock();
  const world = await openWorld(pki, { wait: clock.wait });
  const browser = world.browser();
  await waiting(world, browser, [later(3600)]);
  await asking(world, 1);

  const open = await browser.draft();
  assert.deepEqual(open.transfer, {
    status: 'preparing',
    readyAbout: '2026-11-23T03:00:00.000Z',
    until: '2026-11-23T10:00:00.000Z',
    waitsFor: [
      { id: personal, name: { 'zh-Hant': '個人戶籍資料', en: 'Personal household registration' } },
      { id: household, name: { 'zh-Hant': '現戶全戶戶籍資料', en: 'Household registration of the whole household' } },
    ].map(({ id }) => open.transfer.waitsFor!.find((one) => one.id === id)),
    noRecord: [],
  });
  assert.deepEqual(open.pending, [
    'applicantName',
    'applicantId',
    'birthDate',
    'marriage',
    'registeredAddress',
    'relationship',
    'members',
  ]);
  assert.deepEqual(open.official, {});

  const saved = await typed(browser, open.revision, {
    applicantName: '陳小玲',
    registeredAddress: '嘉義縣民雄鄉',
    phone: '0912345678',
  });
  assert.equal(saved.status, 200, 'what is still to come is no conflict');
  assert.equal(await clock.next(world), 3_600_000);
  await world.idle();

  const filled = await browser.draft();
  assert.equal(filled.transfer.status, 'filled');
  assert.deepEqual(filled.pending, []);
  assert.equal(filled.official.applicantName!.value, resident.name);
  assert.deepEqual(filled.answers, { registeredAddress: '嘉義縣民雄鄉', phone: '0912345678' });
  assert.deepEqual(filled.typedBefore, { applicantName: '陳小玲' });
  assert.equal(world.asked.length, 2);

  // Saved again without it: what stood before is not lost, and comes back when the official value's time is over.
  assert.equal((await typed(browser, filled.revision, { phone: '0912345678' })).status, 200);
  assert.deepEqual((await browser.draft()).typedBefore, { applicantName: '陳小玲' });
  world.now = hours(9);
  assert.equal((await browser.draft()).answers.applicantName, '陳小玲');
});

test('429 until the eight hours are over: expired, and nothing typed is lost', async () => {
  const clock = heldClock();
  const world = await openWorld(pki, { wait: clock.wait });
  const browser = world.browser();
  await waiting(
    world,
    browser,
    Array.from({ length: 40 }, () => later(1800)),
  );
  await asking(world, 1);
  await typed(browser, (await browser.draft()).revision, { phone: '0912345678' });
  let waited = 0;
  while (world.now < hours(8)) {
    assert.equal((await browser.draft()).transfer.status, 'preparing');
    waited += await clock.next(world);
    await asking(world, world.asked.length);
  }
  await world.idle();
  assert.equal(waited, 8 * 3_600_000, 'to the second');
  assert.equal(world.asked.length, 1 + 15 + 1, 'each half hour, and once more a minute before the end');
  const draft = await browser.draft();
  assert.deepEqual([draft.transfer.status, draft.transfer.code], ['failed', 'expired']);
  assert.deepEqual([draft.answers, draft.pending], [{ phone: '0912345678' }, []]);
  const record = (await world.storage.transferRecords()).at(-1)!;
  assert.deepEqual([record.event, record.ok, record.detail], [310, false, 'expired']);
});

test('the platform ends the ticket a moment earlier: expired as well', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await waiting(world, browser, [later(60), refused(403)]);
  await world.idle();
  const { transfer } = await browser.draft();
  assert.deepEqual([transfer.status, transfer.code], ['failed', 'expired']);
});

test('a dataset that could not be had after all: 504', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await waiting(world, browser, [later(60), later(60), refused(504)]);
  await world.idle();
  const { transfer } = await browser.draft();
  assert.deepEqual([transfer.status, transfer.code], ['failed', 504]);
});

test('a platform that is away for minutes is waited for once it has begun to prepare', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await waiting(world, browser, [later(60), ...Array.from({ length: 7 }, () => refused(502))]);
  await world.idle();
  assert.deepEqual(world.waited, [60_000, ...[2, 4, 8, 16, 32, 64, 128].map((seconds) => seconds * 1000)]);
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

for (const [engine, make] of [
  ['memory', () => undefined],
  ['SQLite', () => sqliteCountyStorage(':memory:')],
] as const)
  test(`a restart goes on where it was, and of 50 workers one fetches (${engine})`, async () => {
    const clock = heldClock();
    const storage = make();
    const first = await openWorld(pki, { wait: clock.wait, ...(storage && { storage }) });
    const browser = first.browser();
    const { txId } = await waiting(first, browser, [later(600)]);
    await asking(first, 1);
    const closed = first.close();
    clock.waits.shift()!.end();
    await closed;

    let fetched = 0;
    const again = heldClock();
    const change: Partial<CountyDependencies> = {
      storage: first.storage,
      keys: first.keys,
      wait: again.wait,
      fetch: async (_, init) => {
        // Said when it is stored, and no fetch.
        if (init.method === 'DELETE') return new Response(null, { status: 204 });
        fetched += 1;
        await new Promise((tick) => setTimeout(tick, 20));
        return first.answers.shift()!();
      },
    };
    const next = await openWorld(pki, change);
    const workers = Array.from({ length: 49 }, () => fetchPackage(next.county, txId));
    while (again.waits.length < 50) await new Promise((tick) => setImmediate(tick));
    assert.deepEqual([...new Set(again.waits.map(({ ms }) => ms))], [600_000], 'not sooner than the platform said');
    next.now = new Date(testNow.getTime() + 600_000);
    for (const { end } of again.waits) end();
    await Promise.all(workers);
    await next.idle();
    assert.equal(fetched, 1);
    assert.equal((await browser.draft()).transfer.status, 'filled');
  });

test('a worker that vanished is followed by another when its lease is over', async () => {
  const world = await openWorld(pki, { fetch: () => new Promise<Response>(() => undefined) });
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [household]);
  await world.deliver(sent.txId, both(world));
  await browser.comeBack(sent.txId, 200);
  await asking(world, 0);
  const next = await openWorld(pki, {
    storage: world.storage,
    keys: world.keys,
    instance: 'another',
    wait: () => new Promise(() => undefined),
    fetch: async () => world.answers.shift()!(),
  });
  await next.sweep();
  assert.equal((await browser.draft()).transfer.status, 'fetching', 'somebody is at it');
  next.now = new Date(testNow.getTime() + 2 * 60_000);
  await next.sweep();
  while ((await browser.draft()).transfer.status === 'fetching') await new Promise((tick) => setImmediate(tick));
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('a draft that a journey was started from lives on for it', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await typed(browser, 0, { phone: '0912345678' });
  world.now = hours(2 * 24 - 1);
  await browser.leave(resident.nationalId, [household]);
  world.now = hours(2 * 24 + 7);
  assert.deepEqual((await browser.draft()).answers, { phone: '0912345678' });
});

test('news of the own draft come as events, to no one else', async () => {
  const clock = heldClock();
  const world = await openWorld(pki, { wait: clock.wait });
  const browser = world.browser();
  assert.equal((await browser.request(`${url}/events`)).status, 404, 'nothing is kept for who only looks');
  await waiting(world, browser, [later(3600)]);
  await asking(world, 1);
  assert.equal((await world.browser().request(`${url}/events`)).status, 404);

  const response = await browser.request(`${url}/events`);
  assert.match(response.headers.get('content-type')!, /^text\/event-stream/);
  assert.equal(response.headers.get('cache-control'), 'no-cache');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  const until = async (mark: string) => {
    while (!seen.includes(mark)) seen += (await reader.read()).value ?? '';
  };
  await until('"preparing"');
  assert.match(seen, /^retry: 5000\n\nevent: transfer\ndata: \{"status":"preparing"/);
  // A silence is broken by a comment.
  await asking(world, 1);
  const beat = clock.waits.findIndex(({ ms }) => ms === 15_000);
  clock.waits.splice(beat, 1)[0]!.end();
  await until(': beat');
  await clock.next(world);
  await until('"filled"');
  assert.equal(seen.includes(resident.name), false);
  await reader.cancel();
  while (world.county.changes.count((await world.storage.unsettledTransfers())[0]?.draftId ?? ''))
    await asking(world, 1);

  const many = await Promise.all(Array.from({ length: 6 }, () => browser.request(`${url}/events`)));
  assert.equal(many.filter(({ status }) => status === 429).length, 1);
  await Promise.all(many.map((one) => one.body?.cancel()));
});

test('who only looks leaves no row; who sends an unsaved form is taken at once', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const view = await browser.draft();
  assert.deepEqual([view.revision, view.answers, view.transfer.status], [0, {}, 'none']);
  const put = await typed(browser, 3, { phone: '0912345678' });
  assert.equal(put.status, 404);
  const bad = await typed(browser, 0, { nothing: 'x' });
  assert.equal(bad.status, 400);
  assert.equal((await browser.request(`${url}/events`)).status, 404, 'still none');
  assert.equal((await typed(browser, 0, { phone: '0912345678' })).status, 200);
});
