import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { household, vehicle } from '../app.fixture.ts';
import { lifetimes } from '../../lifetimes.ts';
import { idOf, marker, ready, titleOf } from './me.fixture.ts';

const plate = 'QWX-9173';

/** A platform on a real file; `bytes` is all that lies in its folder. */
async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'me-at-rest-'));
  const storage = sqlitePlatformStorage(join(folder, 'platform.db'));
  const { made, browser } = await ready({ storage });
  const bytes = async (): Promise<Buffer> =>
    Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));
  const close = async (): Promise<void> => {
    await storage.close();
    await rm(folder, { recursive: true });
  };
  await browser.signIn();
  const asked = await browser.choose([household, vehicle]);
  const consent = await browser.post(asked, 'answers', { 'p-API-60GGfgGX1A-plateNo': plate });
  const page = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(titleOf(page), '資料已備妥');
  return { made, browser, page, storage, bytes, close };
}

const inClear = [marker, plate, 'A123456789', '林小美', 'lin@example.test', 'data.json'];

const assertNowhere = (bytes: Buffer, texts: readonly (string | Uint8Array)[]): void => {
  for (const text of texts)
    assert.ok(!bytes.includes(typeof text === 'string' ? text : Buffer.from(text)), String(text).slice(0, 40));
};

test('at rest nothing of a download is in the clear: payload, answers, person', async () => {
  const { bytes, close } = await onDisk();
  assertNowhere(await bytes(), inClear);
  await close();
});

test('deleted at once when downloaded: what was sealed is in no file any more either', async () => {
  const { browser, page, storage, bytes, close } = await onDisk();
  const { txId = '', person, parameters } = (await storage.download(idOf(page))) ?? {};
  const sealed = (await storage.packages(txId)).flatMap((one) => (one.package ? [one.package.sealed] : []));
  assert.equal(sealed.length, 2);
  const all = [...sealed, person?.sealed, parameters?.sealed].filter((one) => one !== undefined);
  assert.equal(all.length, 4);
  for (const one of all) assert.ok((await bytes()).includes(Buffer.from(one)), 'it was there');
  assert.equal((await browser.post(page, 'save')).response.status, 200);
  assertNowhere(await bytes(), [...inClear, ...all]);
  await close();
});

test('after 8 hours and the sweep a copy of the database that was taken before opens nothing', async () => {
  const { made, page, storage, bytes, close } = await onDisk();
  const { txId = '' } = (await storage.download(idOf(page))) ?? {};
  const [copy] = (await storage.packages(txId)).flatMap((one) => (one.package ? [one.package] : []));
  assert.ok(copy);
  made.clock.pass(lifetimes.storedData.ms + 1000);
  await made.app.sweep();
  assertNowhere(await bytes(), [copy.sealed]);
  made.clock.pass(lifetimes.keyEpoch.ms);
  await made.app.sweep();
  assert.equal(await made.keys.epochs.open(copy, `package ${txId} ${household}`), undefined);
  await close();
});
