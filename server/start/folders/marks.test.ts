/** A database that is put back from a copy is known by its marks, without a process and on a frozen clock. */
import assert from 'node:assert/strict';
import { chmod, copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Database from 'better-sqlite3';
import { openKeyFolder } from '../../files/key-folder.ts';
import { openMarks } from '../../adapters/sqlite/marks.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import type { CountyStep } from '../../county/storage.ts';
import { checkpointText, signNote } from '../../crypto/signed-note.ts';
import { event } from '../../platform/log/events.ts';
import { LogKeys } from '../../platform/log/keys.ts';
import { beginMarking } from './marks.ts';
import { openPlace } from './open-place.ts';
import { placeOf, type Place } from './place.ts';
import { FolderRefused } from './refused.ts';

const now = new Date('2026-11-27T02:00:00Z');
const clock = { now: () => now };
let folder: string;
let place: Place;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marks-'));
  const folders = { dataFolder: join(folder, 'data'), marksFolder: join(folder, 'marks') };
  place = placeOf(folders, { label: 'county', dataFolder: join(folder, 'data', 'county') });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written: CountyStep = {
  step: 'record-action',
  action: {
    at: now,
    staffId: '1',
    staffName: 'a',
    verb: 'make-own-account',
    object: 'a',
    reason: 'test',
  },
};

/** A life of the party: starts, writes, ends. */
async function lives(what: 'write' | 'nothing' = 'write'): Promise<void> {
  const open = await openPlace(place, { clock });
  try {
    await (await openKeyFolder(place.keys)).readOrMake('master.key', async () => 'ab'.repeat(32));
    const storage = sqliteCountyStorage(place.database);
    await open.whole();
    if (what === 'write') await storage.commit([written]);
    await open.tick();
    await storage.close();
  } finally {
    await open.close();
  }
}

const copy = join('data', 'county', 'county.db');
const keep = (name: string): Promise<void> => copyFile(join(folder, copy), join(folder, name));
const putBack = (name: string): Promise<void> => copyFile(join(folder, name), join(folder, copy));

const refused = (words: RegExp): Promise<void> =>
  assert.rejects(lives(), (error) => {
    assert.ok(error instanceof FolderRefused, String(error));
    assert.match(error.message, words);
    assert.match(error.message, /npm run data -- restore/);
    return true;
  });

test('T35: an older copy of a database does not start; the newest does', async () => {
  await lives();
  await keep('old');
  await lives();
  await keep('newest');
  await putBack('old');
  await refused(/county\.db was turned back: it was in use until 2026-11-27T02:00:00\.000Z/);
  await putBack('newest');
  await lives();
});

test('a refusal changes nothing: no byte of a database that was put back, and no mode', async () => {
  await lives();
  const db = new Database(place.database);
  db.exec(`VACUUM INTO '${join(folder, 'old')}'`);
  db.close();
  await lives();
  await putBack('old');
  await chmod(place.data, 0o755);
  await chmod(place.database, 0o644);
  const before = await readFile(place.database);
  await refused(/turned back/);
  await rename(join(place.keys, 'master.key'), join(folder, 'master.key'));
  await assert.rejects(lives(), /master\.key is missing/);
  assert.deepEqual(await readFile(place.database), before);
  for (const [path, mode] of [
    [place.data, 0o755],
    [place.database, 0o644],
  ] as const)
    assert.equal((await stat(path)).mode & 0o777, mode);
});

test('T35: what was not yet taken out of the -wal when a process was killed is seen', async () => {
  await lives();
  const open = sqliteCountyStorage(place.database);
  const marks = openMarks(place.database);
  marks.add({ generation: 1, at: now.toISOString() });
  await mkdir(join(folder, 'killed'));
  for (const ending of ['', '-wal'])
    await copyFile(place.database + ending, join(folder, 'killed', `county.db${ending}`));
  const newest = marks.latest();
  marks.close();
  await open.close();
  const mark = join(place.marks, 'mark.json');
  const { id } = JSON.parse(await readFile(mark, 'utf8')) as { id: string };
  await writeFile(mark, JSON.stringify({ ...newest, id }));
  for (const ending of ['', '-wal'])
    await copyFile(join(folder, 'killed', `county.db${ending}`), place.database + ending);
  await lives();
});

test('T35: a copy is old as soon as the start after it is over, whether anything was written or not', async () => {
  await lives();
  await keep('old');
  await lives('nothing');
  await putBack('old');
  await refused(/turned back/);
});

test('T35: a database that went another way from the same copy does not start', async () => {
  await lives();
  await keep('fork');
  await cp(join(folder, 'marks'), join(folder, 'marks-then'), { recursive: true });
  await lives();
  await lives();
  await cp(join(folder, 'marks'), join(folder, 'marks-now'), { recursive: true });
  // Elsewhere, with the marks of then.
  await putBack('fork');
  await cp(join(folder, 'marks-then'), join(folder, 'marks'), { recursive: true });
  for (let life = 0; life < 4; life += 1) await lives();
  await cp(join(folder, 'marks-now'), join(folder, 'marks'), { recursive: true });
  await refused(/is not the one that was last in use/);
});

test('T35: without its marks nothing shows that a database is the newest', async () => {
  await lives();
  await rm(join(folder, 'marks'), { recursive: true });
  await refused(/mark\.json is missing/);
  await rm(join(place.data, 'folder.json'));
  await refused(/mark\.json is missing/);
});

test('a stop between the mark inside and the one outside is no turning back', async () => {
  await lives();
  const inside = openMarks(place.database);
  inside.add({ generation: 1, at: now.toISOString() });
  inside.close();
  await lives();
});

test('a database from before there were marks is marked', async () => {
  const open = await openPlace(place, { clock });
  await (await openKeyFolder(place.keys)).readOrMake('master.key', async () => 'ab'.repeat(32));
  await sqliteCountyStorage(place.database).close();
  await open.close();
  await rm(join(place.data, 'folder.json'));
  await lives();
  assert.match(await readFile(join(place.marks, 'mark.json'), 'utf8'), /"generation":1/);
});

test('a first start whose marks could not be written is no turning back, in a new folder or an old one', async () => {
  const marks = join(folder, 'marks');
  const cannot = async (): Promise<void> => {
    await writeFile(marks, 'no folder');
    await assert.rejects(lives(), ({ code }: NodeJS.ErrnoException) => code === 'EEXIST' || code === 'ENOTDIR');
    await rm(marks);
  };
  await cannot();
  await lives();
  // From before there were marks: `folder.json` is made at its first start with them.
  await rm(join(place.data, 'folder.json'));
  await rm(marks, { recursive: true });
  const db = new Database(place.database);
  db.exec('DROP TABLE marks');
  db.close();
  await cannot();
  await lives();
});

test('a witness’s key belongs to the folder from when it is there on', async () => {
  await lives();
  const keys = await openKeyFolder(place.keys);
  await keys.readOrMake('witness.key', async () => 'secret');
  await lives();
  await rm(join(place.keys, 'witness.key'));
  await assert.rejects(lives(), /witness\.key is missing/);
});

test('a mark that could not be written is written as soon as it can be, with nothing more in the database', async () => {
  await lives();
  const file = join(place.marks, 'mark.json');
  const outside = async (): Promise<number> => (JSON.parse(await readFile(file, 'utf8')) as { no: number }).no;
  const marking = await beginMarking(place, (JSON.parse(await readFile(file, 'utf8')) as { id: string }).id, 1, clock);
  const storage = sqliteCountyStorage(place.database);
  const inside = openMarks(place.database);
  try {
    const before = await outside();
    await rename(place.marks, join(folder, 'unplugged'));
    await writeFile(place.marks, 'no folder');
    await storage.commit([written]);
    await assert.rejects(marking.tick());
    await assert.rejects(marking.tick());
    assert.equal(inside.latest()?.no, before + 1, 'the same one again, where nothing else was written');
    await rm(place.marks);
    await rename(join(folder, 'unplugged'), place.marks);
    await marking.tick();
    assert.equal(await outside(), before + 1);
  } finally {
    inside.close();
    await storage.close();
    await marking.close();
  }
});

test('the row that the mark outside names stays, however many could not be written there', () => {
  const marks = openMarks(':memory:');
  const add = (outside: number): number => marks.add({ generation: 1, at: now.toISOString() }, { outside }).no;
  for (let no = 1; no <= 1100; no += 1) add(5);
  assert.deepEqual([marks.row(4), marks.row(5)?.no], [undefined, 5]);
  assert.equal(add(1100), 1101);
  assert.deepEqual([marks.row(101), marks.row(102)?.no], [undefined, 102]);
  marks.close();
});

/** One signed entry more. → size of the log */
async function logs(): Promise<number> {
  const open = await openPlace(place, { clock });
  try {
    const vault = await openKeyFolder(place.keys);
    await vault.readOrMake('hash-key', async () => Buffer.alloc(32).toString('base64'));
    const keys = await LogKeys.open(vault, now);
    const storage = sqlitePlatformStorage(place.database);
    const sign = ({ size, root }: { size: number; root: Uint8Array }): string =>
      signNote(checkpointText('log.example/log', size, root), 'log.example/log', keys.signing('checkpoint'));
    await storage.commit([
      event(`tx-${Math.random()}`, 'SP-API called', now),
      { step: 'sign-head', entries: 1, at: now, sign },
    ]);
    await open.whole();
    const size = (await storage.checkpoint())?.size ?? 0;
    await storage.close();
    return size;
  } finally {
    await open.close();
  }
}

test('T36: the last signed checkpoint lies outside the database, and a log behind or beside it does not start', async () => {
  place = placeOf({ dataFolder: join(folder, 'data'), marksFolder: join(folder, 'marks') }, 'platform');
  const database = (name: string): Promise<void> => copyFile(place.database, join(folder, name));
  const last = join(place.marks, 'last-checkpoint.txt');
  const refusedLog = (words: RegExp): Promise<void> => assert.rejects(logs(), words);
  await logs();
  await database('one');
  assert.equal(await logs(), 2);
  assert.match(await readFile(last, 'utf8'), /^log\.example\/log\n2\n/);
  await database('two');
  await copyFile(join(folder, 'one'), place.database);
  await refusedLog(/the log in .* was turned back: 2 entries were signed, it has 1/);

  // Marked as if it were the newest, and as long: still not what was signed.
  const marks = await readFile(join(place.marks, 'mark.json'), 'utf8');
  const checkpoint = await readFile(last, 'utf8');
  const inside = openMarks(place.database);
  const { id } = JSON.parse(marks) as { id: string };
  await writeFile(join(place.marks, 'mark.json'), JSON.stringify({ ...inside.latest(), id }));
  inside.close();
  await rm(last);
  assert.equal(await logs(), 2);
  await writeFile(last, checkpoint);
  await refusedLog(/is not the one whose 2 entries were signed/);

  await copyFile(join(folder, 'two'), place.database);
  await writeFile(join(place.marks, 'mark.json'), marks);
  assert.equal(await logs(), 3);
  await writeFile(last, checkpoint.replace('\n2\n', '\n1\n'));
  await refusedLog(/is not signed by the keys of this log/);
});
