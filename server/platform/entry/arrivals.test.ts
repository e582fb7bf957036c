/** An entry in the log stays for good: no stranger may add one, and what they leave behind goes early. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { Browser, client, entryUrl, world, type World } from '../app.fixture.ts';

const minute = 60_000;

const entriesOf = async ({ storage }: World) =>
  (await storage.logEntries(0, 1000)).map(({ entry }) => JSON.parse(entry) as { event: number; at: string });

const numbersOf = async (made: World) => (await entriesOf(made)).map(({ event }) => event);

test('100 arrivals leave no entry in the log, nor does giving up, being too late, or asking for a salt', async () => {
  const made = await world();
  for (let n = 0; n < 100; n += 1) await made.app.request(entryUrl());
  await made.app.request(entryUrl({ pid: null }));
  const body = JSON.stringify({ tx_id: randomUUID() });
  const salted = await made.app.request(`/service/spsignature/${client.client_id}`, { method: 'POST', body });
  assert.equal(salted.status, 200);
  const browser = new Browser(made.app);
  const left = await browser.post(await browser.open(entryUrl()), 'cancel');
  assert.match(left.location ?? '', /code=205/);
  made.clock.pass(11 * minute);
  await made.app.sweep();
  assert.deepEqual(await entriesOf(made), []);
  assert.equal(await made.storage.checkpoint(), undefined);
});

test('who proves identity is entered with their arrival, at the time when they came', async () => {
  const made = await world();
  const came = made.clock.now();
  const browser = new Browser(made.app);
  const identity = await browser.toIdentity();
  made.clock.pass(2 * minute);
  const proved = made.clock.now();
  await browser.prove(made, identity);
  const [arrival, proof] = await entriesOf(made);
  assert.deepEqual([arrival?.event, arrival?.at], [140, came.toISOString()]);
  assert.deepEqual([proof?.event, proof?.at], [180, proved.toISOString()]);
});

test('another person’s card is entered too: somebody proved who they are', async () => {
  const made = await world();
  const browser = new Browser(made.app);
  const page = await browser.prove(made, await browser.toIdentity(), 'wang');
  assert.match(page.location ?? '', /code=409/);
  assert.deepEqual(await numbersOf(made), [140, 180, 300]);
});

for (const [engine, make] of [
  ['memory', undefined],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const)
  test(`${engine}: what strangers leave behind goes in two hours, and that a tx_id was used, in a day`, async () => {
    const made = await world(make && { storage: make() });
    const count = 1200;
    const used = randomUUID();
    await made.app.request(entryUrl({ txId: used }));
    for (let n = 1; n < count; n += 1) {
      const txId = randomUUID();
      await made.storage.commit([
        {
          step: 'open-journey',
          journey: {
            id: `journey-${n}`,
            sessionHash: 's',
            txId,
            clientId: client.client_id,
            resources: client.resources,
            returnUrl: client.return_url,
            startedAt: made.clock.now(),
          },
        },
      ]);
    }
    made.clock.pass(11 * minute);
    assert.equal((await made.app.sweep()).journeys, count);
    assert.equal((await made.storage.journeyOf(used))?.code, 408);
    made.clock.pass(2 * 60 * minute);
    await made.app.sweep();
    assert.equal(await made.storage.journeyOf(used), undefined);
    assert.match((await made.app.request(entryUrl({ txId: used }))).headers.get('location') ?? '', /code=400/);
    made.clock.pass(24 * 60 * minute);
    await made.app.sweep();
    assert.deepEqual(await made.storage.transactions(9), []);
  });
