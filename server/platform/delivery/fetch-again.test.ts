/**
 * A fetch with an id may be repeated until the service provider has said that the package is stored; it stays one fetch. What
 * callers without an id get is unchanged (`journey.test.ts`).
 */
import assert from 'node:assert/strict';
import { createDecipheriv, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compactDecrypt } from 'jose';
import { folderEpochStore } from '../../files/epoch-store.ts';
import { memoryPlatformStorage } from '../../adapters/memory/platform/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { EpochKeys } from '../../crypto/epochs.ts';
import { lifetimes } from '../../lifetimes.ts';
import { Browser, client, household, innerZip, lowIncome, world, type World } from '../app.fixture.ts';
import type { PlatformStorage } from '../storage.ts';

async function consented(storage: PlatformStorage, epochs?: EpochKeys) {
  const made = await world({ storage, epochs });
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789', person_name: '林小美' }) };
  made.dp[lowIncome] = { status: 204 };
  const browser = new Browser(made.app);
  const txId = randomUUID();
  await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  const { permission_ticket: ticket, secret_key = '' } = made.spCalls[0]!;
  const decipher = createDecipheriv('aes-256-cbc', client.client_secret.repeat(2), client.cbc_iv);
  const key = Buffer.from(decipher.update(secret_key, 'base64', 'utf8') + decipher.final('utf8'), 'ascii');
  const headers = (fetchId?: string, more: object = {}): Record<string, string> => ({
    permission_ticket: ticket,
    ...(fetchId === undefined ? {} : { fetch_id: fetchId }),
    ...more,
  });
  const get = (fetchId?: string) => made.app.request('/service/data', { headers: headers(fetchId) });
  const confirm = async (fetchId?: string, more: object = {}): Promise<number> =>
    (await made.app.request('/service/data', { method: 'DELETE', headers: headers(fetchId, more) })).status;
  const opened = async (response: Response): Promise<string> => {
    assert.equal(response.status, 200);
    const { plaintext } = await compactDecrypt(await response.text(), key);
    return Buffer.from(plaintext).toString('latin1');
  };
  return { made, txId, get, confirm, opened };
}

/** Number and outcome of the events that tell of the hand-over. */
const handedOver = async ({ storage }: World, txId: string): Promise<readonly string[]> =>
  (await storage.events(txId))
    .filter(({ number }) => number === 310 || number === 350)
    .map(({ number, ok }) => `${number} ${ok}`);

const kindsOf = async ({ storage }: World): Promise<readonly string[]> =>
  (await storage.messages(10)).map(({ kind }) => kind);

for (const [engine, makeStorage] of [
  ['memory', memoryPlatformStorage],
  ['sqlite', () => sqlitePlatformStorage(':memory:')],
] as const) {
  const rule = (name: string, body: () => Promise<void>) => test(`${engine}: ${name}`, body);

  rule('the same fetch again gives the same package; nothing counts as fetched until it is stored', async () => {
    const { made, txId, get, confirm, opened } = await consented(makeStorage());
    const id = randomUUID();
    const first = await opened(await get(id));
    assert.deepEqual(await handedOver(made, txId), []);
    assert.deepEqual(await kindsOf(made), []);
    assert.equal(await opened(await get(id)), first, 'byte for byte the same contents');
    assert.equal((await get(randomUUID())).status, 201);
    assert.equal((await get()).status, 201);

    assert.equal(await confirm(randomUUID()), 403);
    assert.equal(await confirm(id), 204);
    assert.equal(await confirm(id), 204, 'said twice, noted once');
    assert.deepEqual(await handedOver(made, txId), ['310 true', '350 true']);
    assert.deepEqual(await kindsOf(made), ['delivered']);
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.equal((await made.storage.ticketOf(txId))?.secret, undefined);
    assert.equal((await get(id)).status, 201, 'over, for the same fetch too');
  });

  rule('fifty at once under one id: all get one and the same package', async () => {
    const { made, txId, get, confirm, opened } = await consented(makeStorage());
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => get(id)));
    assert.equal(new Set(await Promise.all(answers.map(opened))).size, 1);
    await Promise.all(Array.from({ length: 50 }, () => confirm(id)));
    assert.deepEqual(await handedOver(made, txId), ['310 true', '350 true']);
    assert.deepEqual(await kindsOf(made), ['delivered']);
  });

  rule('fifty at once under fifty ids: one gets the package, the others 201', async () => {
    const { get, opened } = await consented(makeStorage());
    const ids = Array.from({ length: 50 }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => get(id)));
    assert.equal(answers.filter(({ status }) => status === 201).length, 49);
    const winner = answers.findIndex(({ status }) => status === 200);
    const package1 = await opened(answers[winner]!);
    const again = await Promise.all(ids.map((id) => get(id)));
    assert.deepEqual(
      again.map(({ status }) => status),
      ids.map((_, index) => (index === winner ? 200 : 201)),
    );
    assert.equal(await opened(again[winner]!), package1);
  });

  rule('not confirmed in time: deleted, recorded as not fetched, and the resident is told so', async () => {
    const { made, txId, get, confirm } = await consented(makeStorage());
    const id = randomUUID();
    await get(id);
    made.clock.pass(lifetimes.fetchAgain.ms - 1);
    await made.app.sweep();
    assert.equal((await get(id)).status, 200);
    made.clock.pass(1);
    assert.equal((await get(id)).status, 201, 'swept or not');
    await made.app.sweep();
    await made.app.sweep();
    assert.deepEqual(await made.storage.packages(txId), []);
    assert.deepEqual(await handedOver(made, txId), ['310 false', '350 true']);
    assert.deepEqual(await kindsOf(made), ['unconfirmed']);
    assert.equal((await made.storage.transaction(txId))?.code, 410);
    assert.equal(await confirm(id), 204, 'a word that comes late still sets the record right');
    assert.deepEqual(await handedOver(made, txId), ['310 false', '350 true', '310 true']);
    assert.equal((await made.storage.transaction(txId))?.code, 200);
  });

  rule('what does not verify is deleted at once, and was not delivered', async () => {
    const { made, txId, get, confirm } = await consented(makeStorage());
    const id = randomUUID();
    await get(id);
    assert.equal(await confirm(id, { stored: 'no' }), 204);
    assert.deepEqual(await handedOver(made, txId), ['310 false', '350 true']);
    assert.deepEqual(await made.storage.packages(txId), []);
  });

  rule('nonsense is refused: no id, a short one, a word that is none, a ticket not fetched', async () => {
    const { get, confirm } = await consented(makeStorage());
    assert.equal((await get('short')).status, 400);
    assert.equal(await confirm(), 400);
    assert.equal(await confirm(randomUUID(), { stored: 'maybe' }), 400);
    assert.equal(await confirm(randomUUID()), 403);
    assert.equal(await confirm(randomUUID(), { permission_ticket: randomUUID() }), 403);
  });
}

test('confirmed, the copy is in no file any more; while it is kept, only sealed', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fetch-again-'));
  const folder = await mkdtemp(join(root, 'db-'));
  const storage = sqlitePlatformStorage(join(folder, 'platform.db'));
  const epochs = new EpochKeys(folderEpochStore(join(root, 'keys')), lifetimes.keyEpoch.ms);
  const { txId, get, confirm } = await consented(storage, epochs);
  const bytes = async (): Promise<Buffer> =>
    Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));
  const sealed = (await storage.packages(txId)).flatMap((one) =>
    one.package ? [Buffer.from(one.package.sealed).subarray(0, 48)] : [],
  );
  assert.ok(sealed.length);
  const id = randomUUID();
  await get(id);
  const kept = await bytes();
  assert.ok(sealed.every((part) => kept.includes(part)));
  assert.ok(!kept.includes(Buffer.from('林小美')));
  assert.equal(await confirm(id), 204);
  const left = await bytes();
  assert.ok(sealed.every((part) => !left.includes(part)));
  await storage.close();
  await rm(root, { recursive: true });
});
