/** Slow datasets, on both storages: waiting, leaving, 429 until all is there, expiry, withdrawal, restart, races. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { Browser, client, household, innerZip, world, type Page, type World } from '../app.fixture.ts';

const income = 'API.syWqjr4flJ';
const minute = 60_000;
const hour = 60 * minute;
const slow = { ...client, resources: [household, income] };
const resources = slow.resources.join(':');

for (const [engine, makeStorage] of [
  ['memory', memoryPlatformStorage],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const) {
  const rule = (name: string, body: () => Promise<void>) => test(`${engine}: ${name}`, body);

  /** Tax data takes its 60 minutes from the first call on, per `transaction_uid`, as the provider does it. */
  async function begin({ down = false } = {}): Promise<{ made: World; browser: Browser; txId: string; waiting: Page }> {
    const made = await world({ clients: [slow], storage: makeStorage() });
    const readyAt = new Map<string, number>();
    made.dp[household] = down
      ? { status: 500 }
      : { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
    made.dp[income] = (request) => {
      const uid = request.headers.get('transaction_uid') ?? '';
      const now = made.clock.now().getTime();
      const at = readyAt.get(uid) ?? now + hour;
      readyAt.set(uid, at);
      return at > now
        ? { status: 429, headers: { 'retry-after': String(Math.ceil((at - now) / 1000)) } }
        : { status: 200, body: innerZip({ 所得: '1' }) };
    };
    const browser = new Browser(made.app);
    const txId = randomUUID();
    const parameters = await browser.prove(made, await browser.toIdentity({ txId, resources }));
    const waiting = await browser.post(parameters, 'parameters', { 'p-API-syWqjr4flJ-year': '114' });
    if (!down) assert.match(waiting.path, /\/fetching$/);
    return { made, browser, txId, waiting };
  }

  async function leave(): Promise<{ made: World; browser: Browser; txId: string; ticket: string; back: Page }> {
    const { made, browser, txId, waiting } = await begin();
    const later = await browser.post(waiting, 'later');
    assert.match(later.path, /\/later$/);
    const back = await browser.post(later, 'consent', { decision: 'agree' });
    return { made, browser, txId, ticket: made.spCalls[0]?.permission_ticket ?? '', back };
  }

  const fetchData = (made: World, ticket: string, app = made.app): Promise<Response> =>
    Promise.resolve(app.request('/service/data', { headers: { permission_ticket: ticket } }));
  const status = async (made: World, txId: string): Promise<number> =>
    Number(
      (
        (await (await made.app.request('/service/txid_status', { headers: { tx_id: txId } })).json()) as {
          code: string;
        }
      ).code,
    );
  const told = async (made: World): Promise<string[]> => {
    await made.app.sendMessages();
    return (await made.storage.messages(20)).map(({ kind }) => kind).reverse();
  };
  const codeOf = (page: Page): string | null => new URL(page.location ?? 'http://none').searchParams.get('code');

  rule('the page says how long, and waiting ends neither by idling nor by the journey’s own hour', async () => {
    const { made, browser, waiting } = await begin();
    assert.match(waiting.text, /準備中，約 10:00 備妥/);
    assert.match(waiting.text, /<noscript><meta http-equiv="refresh" content="30"/);
    made.clock.pass(hour - 1000);
    await made.app.sweep();
    assert.match((await browser.open(waiting.path)).path, /\/fetching$/, '59:59 after: still prepared');
    made.clock.pass(1000);
    const preview = await browser.open(waiting.path);
    assert.match(preview.path, /\/preview$/, '60 minutes after: there');
    assert.equal(made.dpRequests.length, 3);
    // The journey's own time goes on from here, as if it had not waited.
    made.clock.pass(9 * minute);
    assert.match((await browser.post(preview, 'preview')).path, /\/consent$/);
    made.clock.pass(10 * minute + 1);
    assert.equal(codeOf(await browser.open(preview.path)), '408');
  });

  rule('waiting ends at eight hours: 7:59:59 still there, 8:00:01 back with 408 and nothing kept', async () => {
    const { made, browser, txId, waiting } = await begin();
    made.clock.pass(8 * hour - 1000);
    await made.app.sweep();
    assert.equal((await made.storage.journeyOf(txId))?.screen, 'fetching');
    made.clock.pass(2000);
    assert.equal(codeOf(await browser.open(waiting.path)), '408');
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.deepEqual(await made.storage.asks(txId), []);
  });

  rule('leaving: the words say what was not seen, for this one time, eight hours, and the way back', async () => {
    const { made, browser, txId, waiting } = await begin();
    const later = await browser.post(waiting, 'later');
    for (const words of [
      /尚未看過內容的是：個人所得資料（約需 60 分鐘）/,
      /只限這一次/,
      /8 小時內有效/,
      /撤回/,
      /林小美|林○美/,
    ])
      assert.match(later.text, words);
    assert.doesNotMatch(later.text, /尚未看過內容的是：[^。]*個人戶籍/);
    const again = await browser.post(later, 'wait');
    assert.match(again.path, /\/fetching$/);
    const refused = await browser.post(await browser.post(again, 'later'), 'consent', { decision: 'refuse' });
    assert.equal(codeOf(refused), '205');
    assert.deepEqual(made.spCalls, []);
    assert.deepEqual(await made.storage.packages(txId), []);
  });

  rule(
    'one agency is down beside one that prepares: said so at once, the SP-API is told, and the code is 504',
    async () => {
      const { made, browser, txId, waiting } = await begin({ down: true });
      assert.match(waiting.path, /\/preview$/);
      assert.match(waiting.text, /這次不再等候/);
      const consent = await browser.post(waiting, 'preview');
      const back = await browser.post(consent, 'consent', { decision: 'agree' });
      assert.equal(codeOf(back), '504');
      assert.deepEqual(made.spCalls[0]?.unable_to_deliver, [household]);
      assert.equal(await status(made, txId), 504);
    },
  );

  rule('leaving: the SP-API is called at once, then 429 with the seconds that are left, then 200 once', async () => {
    const { made, txId, ticket, back } = await leave();
    assert.equal(codeOf(back), '200');
    assert.ok(made.spCalls[0]?.secret_key);
    assert.equal(made.spCalls[0].unable_to_deliver, undefined);
    assert.equal(await status(made, txId), 429);
    assert.deepEqual(await told(made), ['waiting']);
    const early = await fetchData(made, ticket);
    assert.deepEqual([early.status, early.headers.get('retry-after'), await early.text()], [429, '3600', '']);
    made.clock.pass(hour - 1000);
    const last = await fetchData(made, ticket);
    assert.deepEqual([last.status, last.headers.get('retry-after')], [429, '1']);
    made.clock.pass(1000);
    const answers = await Promise.all(Array.from({ length: 50 }, () => fetchData(made, ticket)));
    const count = (code: number): number => answers.filter((answer) => answer.status === code).length;
    assert.deepEqual([count(200), count(201)], [1, 49]);
    assert.equal((await fetchData(made, ticket)).status, 201);
    assert.equal(await status(made, txId), 201);
    assert.deepEqual(await made.storage.packages(txId), []);
    const journey = await made.storage.journeyOf(txId);
    assert.deepEqual([journey?.screen, journey?.person, journey?.parameters], ['ended', undefined, undefined]);
    assert.deepEqual(await told(made), ['waiting', 'delivered']);
    const uids = made.dpRequests
      .filter(({ url }) => url.endsWith(income))
      .map((request) => request.headers.get('transaction_uid'));
    assert.equal(new Set(uids).size, 1);
    assert.equal(uids.length, 2, 'not asked before its time');
  });

  rule('leaving: the sweep collects though nobody asks, in another process too', async () => {
    const { made, txId, ticket } = await leave();
    const again = made.restart();
    made.clock.pass(hour - 1000);
    await again.sweep();
    assert.equal(made.dpRequests.length, 2, 'the time of the next call survives a restart');
    made.clock.pass(1000);
    await again.sweep();
    assert.equal(await status(made, txId), 200);
    const uids = made.dpRequests.slice(1).map((request) => request.headers.get('transaction_uid'));
    assert.equal(new Set(uids).size, 1, 'so does the transaction_uid');
    assert.equal(made.dpRequests.at(-1)?.headers.get('year'), '114', 'and what the resident answered');
    assert.equal((await fetchData(made, ticket, again)).status, 200);
  });

  rule('leaving: the provider can still find the person behind its token', async () => {
    const { made } = await leave();
    let seen: unknown;
    made.dp[income] = async (request) => {
      const authorization = request.headers.get('authorization') ?? '';
      seen = await (await made.app.request('/connect/userinfo', { headers: { authorization } })).json();
      return { status: 204 };
    };
    made.clock.pass(hour);
    await made.app.sweep();
    assert.equal((seen as { uid: string }).uid, 'A123456789');
  });

  rule('leaving: all or nothing; one that cannot be had is 504, and both are told', async () => {
    const { made, txId, ticket } = await leave();
    made.dp[income] = { status: 500 };
    made.clock.pass(hour);
    assert.equal((await fetchData(made, ticket)).status, 504);
    assert.equal(await status(made, txId), 504);
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.deepEqual(await told(made), ['waiting', 'failed']);
  });

  rule('leaving: consent holds eight hours; 7:59:59 all kept, 8:00:01 is 403, copies gone, both are told', async () => {
    const { made, browser, txId, ticket, back } = await leave();
    made.clock.pass(8 * hour - 1000);
    assert.equal((await made.storage.packages(txId)).length, 1);
    made.clock.pass(2000);
    assert.equal((await fetchData(made, ticket)).status, 403);
    await made.app.sweep();
    assert.equal(await status(made, txId), 408);
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.deepEqual(await told(made), ['waiting', 'expired']);
    assert.equal((await made.storage.journeyOf(txId))?.person, undefined);
    assert.equal(back.response.status, 303);
    void browser;
  });

  rule('an agency that prepares without end: the last call is 5,400 seconds after the first, then 504', async () => {
    const { made, txId, ticket } = await leave();
    made.dp[income] = { status: 429, headers: { 'retry-after': '3600' } };
    made.clock.pass(hour);
    assert.equal((await fetchData(made, ticket)).headers.get('retry-after'), '1800', 'not after the end');
    made.clock.pass(hour / 2);
    assert.equal((await fetchData(made, ticket)).status, 504);
    assert.equal(await status(made, txId), 504);
    assert.ok(made.log.some(({ fields }) => (fields as { reason?: string }).reason === 'never-ready'));
  });

  rule('and of many short waits the sixteenth call is the last', async () => {
    const { made, browser, waiting } = await begin();
    made.dp[income] = { status: 426, headers: { 'retry-after': '2' } };
    made.clock.pass(hour);
    for (let calls = 2; calls < 16; calls += 1) {
      assert.match((await browser.open(waiting.path)).path, /\/fetching$/, String(calls));
      made.clock.pass(2000);
    }
    assert.match((await browser.open(waiting.path)).path, /\/preview$/);
    assert.equal(made.dpRequests.filter(({ url }) => url.includes(income)).length, 16);
  });

  rule('leaving: the link of the notice takes the consent back, once, until it is delivered', async () => {
    const { made, txId, ticket } = await leave();
    const { withdrawalAddress } = await import('./withdrawal.ts');
    const { id } = (await made.storage.journeyOf(txId))!;
    const address = new URL(
      withdrawalAddress({ keys: made.keys, config: { publicUrl: 'http://localhost:8701' } as never }, id),
    ).pathname;
    const page = await (await made.app.request(address)).text();
    assert.match(page, /撤回同意/);
    assert.equal((await made.app.request(`${address.slice(0, -1)}_`)).status, 404);
    const results = await Promise.all(
      Array.from({ length: 50 }, () => made.app.request(address, { method: 'POST', body: new URLSearchParams() })),
    );
    assert.ok(results.every((answer) => answer.status === 303));
    assert.match(await (await made.app.request(address)).text(), /已經撤回同意/);
    assert.deepEqual(await told(made), ['waiting', 'withdrawn']);
    assert.equal((await fetchData(made, ticket)).status, 403);
    assert.equal(await status(made, txId), 205);
    const consent = await made.storage.consent(txId);
    assert.deepEqual([consent?.given, consent?.withdrawnAt], [true, made.clock.now()]);
    made.clock.pass(hour);
    await made.app.sweep();
    assert.equal(made.dpRequests.length, 2, 'nobody asks for what nobody wants');
  });

  rule('withdrawal and fetch race for one ticket: exactly one wins', async () => {
    const { withdraw } = await import('./withdrawal.ts');
    const { platformOf } = await import('../platform.ts');
    const { made, txId, ticket } = await leave();
    made.clock.pass(hour);
    await made.app.sweep();
    const platform = platformOf(made.options);
    const results = await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        index % 2 ? (await fetchData(made, ticket)).status === 200 : withdraw(platform, txId),
      ),
    );
    assert.equal(results.filter(Boolean).length, 1);
    const kinds = await told(made);
    assert.equal(kinds.length, 2);
  });

  rule('what arrives while the resident reads the words leads to the ordinary preview', async () => {
    const { made, browser, waiting } = await begin();
    const later = await browser.post(waiting, 'later');
    made.dp[income] = { status: 204 };
    made.clock.pass(hour);
    await browser.open(waiting.path.replace('fetching', 'progress'));
    // Nobody collects at `later`; the page that waits does.
    const preview = await browser.post(await browser.open(later.path), 'wait');
    assert.match(preview.path, /\/preview$/);
  });
}
