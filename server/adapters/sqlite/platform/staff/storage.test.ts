import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { staffStorageContract } from '#server/platform/staff/storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

staffStorageContract('sqlite', () => sqlitePlatformStorage(':memory:'));

test('sqlite: a recorded action cannot be changed, whoever asks the database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staff-'));
  const file = join(folder, 'platform.db');
  const storage = sqlitePlatformStorage(file);
  const action = { at: new Date(0), staffId: 'a', staffName: 'x', verb: 'v', object: 'o' };
  await storage.commit([{ step: 'record-action', action }]);
  const db = new Database(file);
  assert.throws(() => db.prepare(`UPDATE staff_actions SET verb = 'other'`).run(), /only added/);
  db.close();
  await storage.close();
  await rm(folder, { recursive: true });
});
