import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { countyStorageContract } from '#server/county/storage.contract.ts';
import { sqliteCountyStorage } from './storage.ts';

countyStorageContract('SQLite', async () => sqliteCountyStorage(':memory:'));

it('leaves nothing of a deleted draft in the files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'county-'));
  const path = join(folder, 'county.sqlite');
  const storage = sqliteCountyStorage(path);
  const mark = 'a text to look for';
  const draft = {
    id: 'd',
    owner: 'o',
    service: 's',
    formVersion: 1,
    revision: 0,
    createdAt: '1',
    expiresAt: '9',
    typed: Buffer.from(mark),
  };
  await storage.commit([{ step: 'create-draft', draft }]);
  await storage.scrub();
  assert.ok((await readFile(path)).includes(mark));
  await storage.commit([{ step: 'delete-draft', draftId: 'd' }]);
  await storage.scrub();
  assert.equal((await readFile(path)).includes(mark), false);
  assert.equal((await readFile(`${path}-wal`)).includes(mark), false);
  await storage.close();
  await rm(folder, { recursive: true });
});
