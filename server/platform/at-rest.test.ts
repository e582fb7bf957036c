/**
 * Packages at rest, with a real database file and real key files: a marker in a payload is nowhere in clear at any time, and
 * after use or expiry yesterday's copy of the database opens nothing, though the clock is frozen and only moved by hand.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync, zipSync } from 'fflate';
import { folderEpochStore } from '../files/epoch-store.ts';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { EpochKeys, type Envelope } from '../crypto/epochs.ts';
import { lifetimes } from '../lifetimes.ts';
import { Browser, household, innerZip, lowIncome, world, type World } from './app.fixture.ts';
import type { PlatformStorage } from './storage.ts';
import { packageContext } from './delivery/collection.ts';

const marker = 'MARKER-7f3a9c-林小美的秘密';
const hour = 3_600_000;

let root: string;
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'at-rest-'));
});
after(() => rm(root, { recursive: true }));

/** Not compressed: packing must not be what hides the marker. */
const stored = (payload: unknown): Uint8Array => zipSync(unzipSync(innerZip(payload)), { level: 0 });

interface Place {
  readonly made: World;
  readonly storage: PlatformStorage;
  readonly epochs: EpochKeys;
  /** The database's folder; keys lie elsewhere, as in the product. */
  readonly folder: string;
  readonly txId: string;
  readonly ticket: string;
}

/** Up to consent: the package waits for its ticket. */
async function delivered(name: string): Promise<Place> {
  const folder = await mkdtemp(join(root, `${name}-`));
  const storage = sqlitePlatformStorage(join(folder, 'platform.db'));
  const epochs = new EpochKeys(folderEpochStore(join(root, `${name}-keys`)), lifetimes.keyEpoch.ms);
  const made = await world({ storage, epochs });
  made.dp[household] = { status: 200, body: stored({ person_id: 'A123456789', person_name: marker }) };
  made.dp[lowIncome] = { status: 200, body: stored({ cname: marker }) };
  const browser = new Browser(made.app);
  const txId = randomUUID();
  await browser.post(await browser.toConsent(made, { txId }), 'consent', { decision: 'agree' });
  const ticket = made.spCalls[0]?.permission_ticket ?? '';
  return { made, storage, epochs, folder, txId, ticket };
}

/** Every file of the folder: database, WAL, shared memory, whatever else was left there. */
async function bytesOf(folder: string): Promise<Buffer> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return Buffer.concat(
    await Promise.all(files.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name)))),
  );
}

async function assertNoMarker(folder: string): Promise<void> {
  const bytes = await bytesOf(folder);
  for (const text of [marker, 'MARKER-7f3a9c', '林小美的秘密']) {
    for (const encoding of ['utf8', 'utf16le'] as const) assert.ok(!bytes.includes(Buffer.from(text, encoding)));
    assert.ok(!bytes.includes(Buffer.from(text).toString('base64').slice(0, -4)));
  }
}

/** What somebody with this copy of the database and the keys of today can read. */
async function readable({ epochs, txId }: Place, copy: string): Promise<(string | undefined)[]> {
  const backup = sqlitePlatformStorage(join(copy, 'platform.db'));
  const packages = await backup.packages(txId);
  assert.equal(packages.length, 2, 'the copy does hold the rows');
  const opened = await Promise.all(
    packages.map(async ({ resourceId, package: sealed }) =>
      (await epochs.open(sealed as Envelope, packageContext(txId, resourceId)))?.toString('latin1'),
    ),
  );
  await backup.close();
  return opened;
}

const fetchData = async ({ made, ticket }: Place): Promise<number> =>
  (await made.app.request('/service/data', { headers: { permission_ticket: ticket } })).status;

test('a marker in a payload is in no file in clear, before use or after, and in no log', async () => {
  const place = await delivered('use');
  const { made, storage, folder, txId } = place;
  await assertNoMarker(folder);
  const sealed = (await storage.packages(txId)).map((one) => Buffer.from(one.package?.sealed ?? []));
  assert.ok(sealed.every((bytes) => bytes.length > 0));
  assert.equal(await fetchData(place), 200);
  await assertNoMarker(folder);
  const left = await bytesOf(folder);
  for (const bytes of sealed)
    assert.ok(!left.includes(bytes.subarray(0, 48)), 'the sealed bytes are erased from database and WAL too');
  assert.ok(!JSON.stringify(made.log).includes('MARKER'));
  await storage.close();
});

test('a copy made before expiry, with the keys of after it, opens nothing; before it, it does', async () => {
  const place = await delivered('expiry');
  const { made, storage, folder } = place;
  const copy = join(root, 'last-night');
  await storage.eraseDeleted(); // the whole state in one file, as a backup takes it
  await cp(folder, copy, { recursive: true });
  assert.equal((await readable(place, copy)).filter(Boolean).length, 2, 'within its time, the keys open the copy');
  made.clock.pass(8 * hour - 1000);
  await made.app.sweep();
  assert.equal((await readable(place, copy)).filter(Boolean).length, 2, '7:59:59: still within');
  made.clock.pass(lifetimes.keyEpoch.ms + 1000);
  const { epochs } = await made.app.sweep();
  assert.ok(epochs >= 1, 'the sweep destroyed the key');
  assert.deepEqual(await readable(place, copy), [undefined, undefined]);
  await assertNoMarker(folder);
  await assertNoMarker(copy);
  assert.equal(await fetchData(place), 403);
  await storage.close();
});

test('a copy made before use opens nothing once the package’s time is over, used or not', async () => {
  const place = await delivered('used');
  const { made, storage, folder } = place;
  const copy = join(root, 'before-use');
  await storage.eraseDeleted();
  await cp(folder, copy, { recursive: true });
  assert.equal(await fetchData(place), 200);
  made.clock.pass(8 * hour + lifetimes.keyEpoch.ms);
  await made.app.sweep();
  assert.deepEqual(await readable(place, copy), [undefined, undefined]);
  await storage.close();
});

test('while the clock stands still the shredder destroys nothing, however often it runs', async () => {
  const place = await delivered('still');
  const { made, storage, txId } = place;
  for (let count = 0; count < 3; count += 1)
    assert.deepEqual(await made.app.sweep(), { journeys: 0, packages: 0, epochs: 0 });
  assert.equal((await storage.packages(txId)).length, 2);
  assert.equal(await fetchData(place), 200);
  await storage.close();
});
