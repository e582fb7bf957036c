/** The SP-API's call is owed from the consent on: by whichever process is there, until it is answered or nobody waits. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { lifetimes } from '../../lifetimes.ts';
import { Browser, household, innerZip, lowIncome, world, type World } from '../app.fixture.ts';

const minute = 60_000;
const codeOf = (location: string | null): string | null => new URL(location ?? 'http://none').searchParams.get('code');

for (const [engine, makeStorage] of [
  ['memory', memoryPlatformStorage],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const) {
  const ready = async () => {
    const made = await world({ storage: makeStorage() });
    made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
    made.dp[lowIncome] = { status: 204 };
    const browser = new Browser(made.app);
    const txId = randomUUID();
    const agree = async () => browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
    return { made, browser, txId, agree };
  };
  const fetched = async (made: World, call = made.spCalls.at(-1)!): Promise<number> =>
    (await made.app.request('/service/data', { headers: { permission_ticket: call.permission_ticket } })).status;
  const settled = async (made: World, txId: string): Promise<void> => {
    while (await made.storage.spCall(txId)) await new Promise((tick) => setImmediate(tick));
  };

  test(`${engine}: a process that ends between consent and answer is followed by the next, which says the same`, async () => {
    const { made, browser, txId, agree } = await ready();
    made.sp = () => new Promise(() => undefined);
    const shown = await agree();
    assert.match(shown.path, /\/delivering$/, 'the page does not wait for a slow service');
    made.sp = () => 200;
    const next = made.restart();
    await next.resume();
    await settled(made, txId);
    const [first, second] = made.spCalls;
    assert.deepEqual(second, first, 'word for word');
    assert.equal(codeOf((await browser.open(shown.path)).location), '200');
    assert.equal(await fetched(made), 200);
    const numbers = (await made.storage.events(txId)).map(({ number }) => number);
    for (const number of [240, 290, 291, 292, 300]) assert.equal(numbers.filter((one) => one === number).length, 1);
  });

  test(`${engine}: the resident’s own page takes it up as well, once the former holder’s time is over`, async () => {
    const { made, browser, agree } = await ready();
    made.sp = () => new Promise(() => undefined);
    const shown = await agree();
    made.sp = () => 200;
    const next = new Browser(made.restart());
    for (const pair of browser.cookies().split('; ')) next.keep(...(pair.split('=') as [string, string]));
    assert.match((await next.open(shown.path)).path, /delivering$/);
    assert.equal(made.spCalls.length, 1, 'another may be at it');
    made.clock.pass(lifetimes.spApiHold.ms);
    assert.equal(codeOf((await next.open(shown.path)).location), '200');
  });

  test(`${engine}: nobody there is called again with growing pauses, and given up with 410 after ten minutes`, async () => {
    const { made, browser, txId, agree } = await ready();
    made.sp = () => Promise.reject(new Error('down'));
    const shown = await agree();
    assert.match(shown.path, /delivering$/);
    const pauses: number[] = [];
    for (let tries = 1; tries < 7; tries += 1) {
      const { nextAt } = (await made.storage.spCall(txId))!;
      pauses.push(nextAt.getTime() - made.clock.now().getTime());
      made.clock.pass(pauses.at(-1)!);
      await browser.open(shown.path);
    }
    assert.deepEqual(
      pauses.map((ms) => ms / 1000),
      [1, 2, 4, 8, 16, 30],
    );
    made.clock.pass(lifetimes.spApiGiveUp.ms);
    await made.app.sweep();
    assert.equal(codeOf((await browser.open(shown.path)).location), '410');
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.equal(await fetched(made), 403);
    assert.equal(await made.storage.spCall(txId), undefined);
  });

  test(`${engine}: one that comes back in time is told, and the resident goes back with 200`, async () => {
    const { made, browser, agree } = await ready();
    made.sp = () => Promise.reject(new Error('down'));
    const shown = await agree();
    made.sp = () => 200;
    made.clock.pass(minute);
    await made.app.sweep();
    assert.equal(codeOf((await browser.open(shown.path)).location), '200');
  });

  test(`${engine}: cancelled while the service is told: 205, nothing can be fetched, and a late answer changes nothing`, async () => {
    const { made, browser, txId, agree } = await ready();
    let answer: (status: number) => void = () => undefined;
    made.sp = () => new Promise((resolve) => (answer = resolve));
    const shown = await agree();
    const back = await browser.post(shown, 'cancel');
    assert.equal(codeOf(back.location), '205');
    answer(200);
    await new Promise((tick) => setTimeout(tick, 20));
    assert.equal(await fetched(made), 403);
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.equal((await made.storage.transaction(txId))?.code, 205);
    assert.ok((await made.storage.consent(txId))?.withdrawnAt, 'the consent was given, and taken back');
    assert.equal(codeOf((await browser.open(shown.path)).location), '205');
    made.clock.pass(2 * minute);
    await made.app.sweep();
    assert.equal(made.spCalls.length, 1, 'nobody is told any more');
  });

  test(`${engine}: cancelled too late, when the service has fetched already: the journey ends as it did`, async () => {
    const { made, browser, agree } = await ready();
    let answer: (status: number) => void = () => undefined;
    made.sp = () => new Promise((resolve) => (answer = resolve));
    const shown = await agree();
    assert.equal(await fetched(made), 200);
    const again = await browser.post(shown, 'cancel');
    assert.match(again.path, /delivering$/);
    answer(200);
    assert.equal(codeOf((await browser.open(shown.path)).location), '200');
  });
}
