/** One delivery, one fetch: said again, asked again, begun anew after a crash, it stays the same one, and both sides know how it ended. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { packOuter } from '../../protocol/mydata-1/outer-zip.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { newSecretKey, sealPayload } from '../../protocol/mydata-1/payload.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type World } from '../testing/county-under-test.ts';
import { householdPayload, personalPayload, resident } from '../testing/payloads.ts';
import { household, personal } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const both = (world: World) => [
  { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
  { resourceId: household, resourceName: '現戶全戶戶籍資料', code: 200, zip: world.signed(householdPayload()) },
];

/** As a platform says it, and says it again. */
function said(world: World, txId: string) {
  const secretKey = newSecretKey();
  const body = { tx_id: txId, permission_ticket: randomUUID(), secret_key: encryptField(world.client, secretKey) };
  const say = (change: object = {}) =>
    world.app.request('/mydata/sp-api/test-relief', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...change }),
    });
  const jwe = () => sealPayload({ clientId: world.client.clientId, zip: packOuter(both(world)), secretKey });
  return { body, say, jwe };
}

async function sent(world: World) {
  const browser = world.browser();
  const { txId } = await browser.leave(resident.nationalId, [household]);
  return { browser, txId, ...said(world, txId) };
}

test('the SP-API answers the same word the same, before and after the package came; another word is refused', async () => {
  const world = await openWorld(pki);
  const { browser, txId, say, jwe } = await sent(world);
  const sealed = await jwe();
  world.answers.push(() => new Response(sealed));
  assert.equal((await say()).status, 200);
  assert.equal((await say()).status, 200);
  await browser.comeBack(txId, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
  assert.equal((await say()).status, 200, 'after it, too');
  assert.equal((await say({ permission_ticket: randomUUID() })).status, 409);
  assert.equal((await say({ secret_key: encryptField(world.client, newSecretKey()) })).status, 409);
  await world.idle();
  assert.equal(world.asked.length, 1, 'fetched once');
  const records = await world.storage.transferRecords();
  for (const event of [290, 292]) assert.equal(records.filter((one) => one.event === event).length, 1);
});

test('fifty times the same word at once: taken once, 200 for all', async () => {
  const world = await openWorld(pki);
  const { browser, txId, say, jwe } = await sent(world);
  const sealed = await jwe();
  world.answers.push(() => new Response(sealed));
  const answers = await Promise.all(Array.from({ length: 50 }, () => say()));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  await browser.comeBack(txId, 200);
  await world.idle();
  assert.equal(world.asked.length, 1);
  assert.equal((await browser.draft()).transfer.status, 'filled');
});

test('every try is of one fetch, and the platform is told once that it is stored', async () => {
  const world = await openWorld(pki);
  const { browser, txId, body, say, jwe } = await sent(world);
  const sealed = await jwe();
  const broken = () => Promise.reject(new TypeError('terminated'));
  world.answers.push(
    broken,
    () => new Response(null, { status: 503 }),
    () => new Response(sealed),
  );
  await say();
  await browser.comeBack(txId, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled');
  const ids = new Set(world.asked.map(({ headers }) => headers.get('fetch_id')));
  assert.equal(ids.size, 1);
  const [fetchId = ''] = ids;
  assert.match(fetchId!, /^[\w-]{16,}$/);
  assert.deepEqual(world.receipts, [{ fetch_id: fetchId, permission_ticket: body.permission_ticket, stored: 'yes' }]);
  assert.equal(await world.storage.receipt(txId), undefined);
});

test('a process that dies in the middle is followed at once by its next life, which makes the same fetch', async () => {
  const world = await openWorld(pki, { wait: () => new Promise(() => undefined) });
  const { browser, txId, say, jwe } = await sent(world);
  const sealed = await jwe();
  world.answers.push(() => new Promise(() => undefined));
  await say();
  await browser.comeBack(txId, 200);
  while (!world.asked.length) await new Promise((tick) => setImmediate(tick));
  const asked: (string | null)[] = [];
  const told: string[] = [];
  const next = await openWorld(pki, {
    storage: world.storage,
    keys: world.keys,
    wait: () => new Promise(() => undefined),
    fetch: async (_, init) => {
      const headers = new Headers(init.headers);
      if (init.method === 'DELETE') told.push(headers.get('fetch_id') ?? '');
      else asked.push(headers.get('fetch_id'));
      return init.method === 'DELETE' ? new Response(null, { status: 204 }) : new Response(sealed);
    },
  });
  await next.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled', 'no second has passed');
  const first = world.asked[0]!.headers.get('fetch_id')!;
  assert.deepEqual([asked, told], [[first], [first]]);
});

test('what does not verify is not used, and the platform is told so', async () => {
  const world = await openWorld(pki);
  const { browser, txId, say } = await sent(world);
  world.answers.push(() => new Response('no package'));
  await say();
  await browser.comeBack(txId, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'failed');
  assert.deepEqual(
    world.receipts.map(({ stored }) => stored),
    ['no'],
  );
});

test('a platform that does not listen is told again by the sweep, and by the next process', async () => {
  let listens = false;
  const tries: number[] = [];
  const world: World = await openWorld(pki, {
    fetch: async (_, init) => {
      if (init.method !== 'DELETE') return world.answers.shift()!();
      tries.push(world.now.getTime());
      if (!listens) throw new TypeError('down');
      return new Response(null, { status: 204 });
    },
  });
  const { browser, txId, say, jwe } = await sent(world);
  const sealed = await jwe();
  world.answers.push(() => new Response(sealed));
  await say();
  await browser.comeBack(txId, 200);
  await world.idle();
  assert.equal((await browser.draft()).transfer.status, 'filled', 'the form does not wait for it');
  for (let seconds = 0; seconds < 300; seconds += 30) {
    world.now = new Date(world.now.getTime() + 30_000);
    await world.sweep();
    await world.idle();
  }
  assert.deepEqual(
    tries.slice(1).map((at, index) => (at - tries[index]!) / 1000),
    [30, 60, 120],
  );
  listens = true;
  world.now = new Date(world.now.getTime() + 600_000);
  await world.sweep();
  await world.idle();
  assert.equal(await world.storage.receipt(txId), undefined);
});
