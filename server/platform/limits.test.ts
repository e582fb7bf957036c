/** Rules of the handbook that the journey keeps, one test each at its exact boundary, named for the rule. Frozen clock. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { memoryPlatformStorage } from '../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { Resident, idOf } from './me/me.fixture.ts';
import { Browser, client, entryUrl, household, innerZip, lowIncome, world, type World } from './app.fixture.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const codeOf = (location: string | null): string | null => new URL(location ?? 'http://none').searchParams.get('code');

for (const [engine, makeStorage] of [
  ['memory', memoryPlatformStorage],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const) {
  const rule = (name: string, body: () => Promise<void>) => test(`${engine}: ${name}`, body);

  const ready = async (): Promise<{ made: World; browser: Browser; txId: string }> => {
    const made = await world({ storage: makeStorage() });
    made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
    made.dp[lowIncome] = { status: 204 };
    return { made, browser: new Browser(made.app), txId: randomUUID() };
  };
  const agree = async (made: World, browser: Browser, txId: string): Promise<string> => {
    const back = await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
    assert.equal(codeOf(back.location), '200');
    return made.spCalls.at(-1)?.permission_ticket ?? '';
  };
  const fetchData = async (made: World, ticket: string): Promise<number> =>
    (await made.app.request('/service/data', { headers: { permission_ticket: ticket } })).status;

  rule('stored data 8 hours at most: at 7:59:59 it is served', async () => {
    const { made, browser, txId } = await ready();
    const ticket = await agree(made, browser, txId);
    made.clock.pass(8 * hour - second);
    await made.app.sweep();
    assert.equal(await fetchData(made, ticket), 200);
  });

  rule('stored data 8 hours at most: at 8:00:00 it is refused, swept or not, and at 8:00:01 gone', async () => {
    const { made, browser, txId } = await ready();
    const ticket = await agree(made, browser, txId);
    made.clock.pass(8 * hour);
    assert.equal(await fetchData(made, ticket), 403);
    made.clock.pass(second);
    assert.equal(await fetchData(made, ticket), 403);
    await made.app.sweep();
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.equal(await fetchData(made, ticket), 403);
  });

  rule('stored data 8 hours at most, per dataset: the one that came first decides, not the consent', async () => {
    const { made, browser, txId } = await ready();
    made.dp[lowIncome] = { status: 429, headers: { 'retry-after': '3600' } };
    const waiting = await browser.prove(made, await browser.toIdentity({ txId }));
    made.clock.pass(hour);
    made.dp[lowIncome] = { status: 204 };
    const preview = await browser.open(waiting.path);
    const consent = await browser.post(preview, 'preview');
    await browser.post(consent, 'consent', { decision: 'agree' });
    const ticket = made.spCalls[0]?.permission_ticket ?? '';
    made.clock.pass(7 * hour - second);
    const [first] = await made.storage.packages(txId);
    assert.ok(first);
    made.clock.pass(second);
    assert.equal(await fetchData(made, ticket), 403, '8 hours after the first, 7 after the second');
    await made.app.sweep();
    assert.deepEqual(await made.storage.packages(txId), []);
  });

  rule(
    'consent is for this one time only: neither tx_id nor ticket serves twice, and none is kept for later',
    async () => {
      const { made, browser, txId } = await ready();
      const ticket = await agree(made, browser, txId);
      assert.equal(await fetchData(made, ticket), 200);
      assert.equal(await fetchData(made, ticket), 201);
      const again = await made.app.request(entryUrl({ txId }));
      assert.equal(codeOf(again.headers.get('location')), '400');
      // The same person, service and datasets once more: everything is asked anew.
      const next = await new Browser(made.app).open(entryUrl());
      assert.match(next.path, /\/facts$/);
      assert.equal(made.spCalls.length, 1);
    },
  );

  rule('re-authentication: within a journey identity once proved is not asked again', async () => {
    const { made, browser, txId } = await ready();
    const preview = await browser.prove(made, await browser.toIdentity({ txId }));
    assert.match(preview.path, /\/preview$/);
    const identity = preview.path.replace('preview', 'identity');
    assert.match((await browser.open(identity)).path, /\/preview$/);
    assert.match((await browser.post(preview, 'preview')).path, /\/consent$/);
    assert.match((await browser.open(identity)).path, /\/consent$/);
  });

  rule('the platform keeps no personal data after use: no package, person, parameter, token or key of it', async () => {
    const { made, browser, txId } = await ready();
    const ticket = await agree(made, browser, txId);
    assert.equal(await fetchData(made, ticket), 200);
    const { storage } = made;
    assert.deepEqual(await storage.packages(txId), []);
    assert.deepEqual(await storage.asks(txId), []);
    assert.equal((await storage.ticketOf(txId))?.secret, undefined);
    const journey = await storage.journeyOf(txId);
    assert.deepEqual([journey?.pid, journey?.person, journey?.parameters], [undefined, undefined, undefined]);
    const kept = JSON.stringify([
      await storage.transaction(txId),
      await storage.events(txId),
      await storage.consent(txId),
      journey,
    ]);
    assert.doesNotMatch(kept, /A123456789|林小美|lin@example|0912345678/);
    assert.doesNotMatch(JSON.stringify(made.log), /A123456789|林小美|lin@example|0912345678/);
  });

  rule('the transfer record is kept a year: on day 366 it is there, after it it is gone', async () => {
    const { made, browser, txId } = await ready();
    await fetchData(made, await agree(made, browser, txId));
    made.clock.pass(366 * 24 * hour);
    await made.app.sweep();
    const { clientId, personHash, code } = (await made.storage.transaction(txId)) ?? {};
    assert.deepEqual([clientId, personHash !== undefined, code], [client.client_id, true, 200]);
    made.clock.pass(second);
    await made.app.sweep();
    assert.equal(await made.storage.transaction(txId), undefined);
  });

  rule(
    'the national id comes encrypted; who proves to be another person is sent back with 409, and nothing is asked',
    async () => {
      const { made, browser, txId } = await ready();
      assert.equal(
        codeOf((await made.app.request(entryUrl({ pid: 'A123456789' }))).headers.get('location')),
        '400',
        'bare',
      );
      const entered = entryUrl({ txId });
      assert.doesNotMatch(decodeURIComponent(entered), /A123456789/);
      const other = await browser.prove(made, await browser.toIdentity({ txId }), 'wang');
      assert.equal(codeOf(other.location), '409');
      assert.doesNotMatch(other.location ?? '', /A123456789|B123456780/);
      assert.deepEqual(made.dpRequests, []);
      const back = await new Browser(made.app).toConsent(made, { txId: randomUUID() });
      assert.doesNotMatch(back.path, /A123456789/);
    },
  );

  rule(
    'screen data is for the resident’s own view: each preview says that it is no proof and not to be printed',
    async () => {
      const { made, browser, txId } = await ready();
      const preview = await browser.prove(made, await browser.toIdentity({ txId }));
      assert.match(preview.text, /只供您本人確認內容，不是證明文件，不得列印作為證明/);
      const own = new Resident(made);
      await own.signIn();
      const prepared = await own.agree([household]);
      const shown = await own.open(`/me/download/${idOf(prepared)}/preview`);
      assert.match(shown.text, /僅供本人查看，不得作為證明文件/);
      assert.match(shown.text, /<div class="no-print">[^]*林小美[^]*<\/div>/);
    },
  );

  rule('notices: each use is told by e-mail or SMS, and stands in the usage records at once', async () => {
    const { made, browser, txId } = await ready();
    assert.equal(await fetchData(made, await agree(made, browser, txId)), 200);
    await made.app.sendMessages();
    const sent = (await (await made.app.request('/sandbox/outbox')).json()) as { to: string; text: string }[];
    const told = sent.find(({ to }) => to === 'lin@example.test');
    for (const part of [client.name, '個人戶籍資料', '低收及中低收']) assert.match(told?.text ?? '', new RegExp(part));
    const own = new Resident(made);
    await own.signIn();
    const records = await own.open('/me/records');
    assert.match(records.text, new RegExp(`/me/records/${txId}`));
    const stranger = new Resident(made);
    await stranger.signIn('wang');
    assert.doesNotMatch((await stranger.open('/me/records')).text, new RegExp(txId));
  });

  rule('idle: 10 minutes are allowed, 10:01 is 408', async () => {
    const { made, browser, txId } = await ready();
    const facts = await browser.open(entryUrl({ txId }));
    made.clock.pass(10 * minute);
    assert.equal((await browser.open(facts.path)).response.status, 200);
    made.clock.pass(10 * minute + second);
    assert.equal(codeOf((await browser.open(facts.path)).location), '408');
  });

  rule('a journey that nobody keeps waiting has 60 minutes, however busy: 60:00 serves, 60:01 is 408', async () => {
    const { made, browser, txId } = await ready();
    const facts = await browser.open(entryUrl({ txId }));
    for (let count = 0; count < 6; count += 1) {
      made.clock.pass(10 * minute);
      assert.equal((await browser.open(facts.path)).response.status, 200);
    }
    made.clock.pass(second);
    assert.equal(codeOf((await browser.open(facts.path)).location), '408');
  });
}

test('preparation times: tax 60 minutes, land 5, all else at once, and the first screen says so beforehand', async () => {
  const minutes = (category: string): number[] => [
    ...new Set([...inUse.values()].filter((dataset) => dataset.category === category).map((one) => one.minutes ?? 0)),
  ];
  assert.ok(minutes('tax').includes(60));
  assert.ok(minutes('land').includes(5));
  const slow = [...inUse.values()].filter((one) => (one.minutes ?? 0) > 0).slice(0, 5);
  for (const dataset of slow) {
    const made = await world({ clients: [{ ...client, resources: [dataset.id, household] }] });
    const facts = await new Browser(made.app).open(entryUrl({ resources: `${dataset.id}:${household}` }));
    assert.match(facts.text, new RegExp(`約需準備 ${dataset.minutes} 分鐘`));
    assert.match(facts.text.replace(/\s+/g, ' '), new RegExp(`全部齊備約需 ${dataset.minutes} 分鐘`));
  }
});
