import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { folderEpochStore, memoryEpochStore } from '../files/epoch-store.ts';
import { EpochKeys, type EpochStore } from './epochs.ts';

const hour = 3_600_000;
const start = new Date('2026-11-23T02:20:00Z');
const at = (hours: number): Date => new Date(start.getTime() + hours * hour);
const plain = Buffer.from('個人資料');

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'epochs-'));
});
after(() => rm(folder, { recursive: true }));

let count = 0;
const stores: Record<string, () => EpochStore> = {
  memory: memoryEpochStore,
  folder: () => folderEpochStore(join(folder, String((count += 1)))),
};

for (const [name, newStore] of Object.entries(stores)) {
  test(`${name}: what was sealed is opened, later and by another process`, async () => {
    const store = newStore();
    const envelope = await new EpochKeys(store, hour).sealNow(plain, 'package:1', start);
    assert.equal(envelope.epoch, '2026-11-23T02:00:00.000Z');
    assert.deepEqual(await new EpochKeys(store, hour).open(envelope, 'package:1'), plain);
  });

  test(`${name}: one epoch holds an hour, each package has a key of its own`, async () => {
    const store = newStore();
    const keys = new EpochKeys(store, hour);
    const [one, two, later] = [
      await keys.sealNow(plain, 'a', at(0)),
      await keys.sealNow(plain, 'a', at(0.6)),
      await keys.sealNow(plain, 'a', at(1)),
    ];
    assert.equal(one.epoch, two.epoch);
    assert.notEqual(one.epoch, later.epoch);
    await assert.rejects(keys.open({ ...one, sealed: two.sealed }, 'a'));
    await assert.rejects(keys.open(one, 'b'));
    assert.deepEqual([...(await store.list())].sort(), [one.epoch, later.epoch]);
  });

  test(`${name}: two who begin an epoch at once have one key`, async () => {
    const store = newStore();
    const envelopes = await Promise.all(
      Array.from({ length: 8 }, () => new EpochKeys(store, hour).sealNow(plain, 'a', start)),
    );
    for (const envelope of envelopes) assert.deepEqual(await new EpochKeys(store, hour).open(envelope, 'a'), plain);
  });

  test(`${name}: an epoch is destroyed when its last package's time is over, not before`, async () => {
    const keys = new EpochKeys(newStore(), hour);
    const envelope = await keys.sealNow(plain, 'a', start);
    assert.deepEqual(await keys.destroyOld(at(8), 8 * hour), []);
    assert.deepEqual(await keys.open(envelope, 'a'), plain);
    assert.deepEqual(await keys.destroyOld(at(9), 8 * hour), [envelope.epoch]);
    assert.equal(await keys.open(envelope, 'a'), undefined);
    assert.deepEqual(await keys.destroyOld(at(9), 8 * hour), []);
  });
}

test('key files are for their owner only, and nothing else is left in the folder', async () => {
  const place = join(folder, 'modes');
  await new EpochKeys(folderEpochStore(place), hour).sealNow(plain, 'a', start);
  const files = await readdir(place);
  assert.equal(files.length, 1);
  assert.equal((await stat(join(place, files[0]!))).mode & 0o777, 0o600);
});
