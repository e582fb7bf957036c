/** A party that begins anew is another for whoever remembers it. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openKeyFolder } from '../../files/key-folder.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { beginAnew } from './anew.ts';
import { openPlace } from './open-place.ts';
import { placeOf } from './place.ts';

const now = new Date('2026-11-27T02:00:00Z');
const clock = { now: () => now };

test('each beginning has a generation of its own, so that witnesses of the log before do not hold it to that', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'anew-'));
  try {
    const place = placeOf({ dataFolder: join(folder, 'data'), marksFolder: join(folder, 'marks') }, 'platform');
    /** A life of it: starts, ends. */
    const lives = async (): Promise<number> => {
      const open = await openPlace(place, { clock });
      try {
        const keys = await openKeyFolder(place.keys);
        for (const { name } of place.secrets) await keys.readOrMake(name, async () => '{"keys":[]}');
        await sqlitePlatformStorage(place.database).close();
        await open.whole();
        return open.generation;
      } finally {
        await open.close();
      }
    };
    assert.equal(await lives(), 1);
    await beginAnew(place, now);
    const generation = await lives();
    assert.equal(generation, now.getTime() / 1000);
    assert.equal(await lives(), generation, 'and keeps it');
    assert.equal((await readdir(join(folder, 'data'))).length, 2);
    // Even with a clock that was put back.
    await beginAnew(place, new Date(now.getTime() - 60_000));
    assert.equal(await lives(), generation + 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
