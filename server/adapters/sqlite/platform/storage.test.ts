import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { platformStorageContract } from '#server/platform/storage.contract.ts';
import { sqlitePlatformStorage } from './storage.ts';

platformStorageContract('sqlite', () => sqlitePlatformStorage(':memory:'));

test('sqlite: what was deleted is in none of its files, and the rest survives a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'platform-'));
  const file = join(folder, 'platform.db');
  const storage = sqlitePlatformStorage(file);
  const at = new Date('2026-11-23T01:00:00Z');
  const marker = 'MARKER-OF-THE-PACKAGE';
  const sealed = { epoch: at.toISOString(), wrappedKey: Buffer.alloc(60), sealed: Buffer.from(marker) };
  await storage.commit([
    { step: 'store-package', stored: { txId: 'tx', resourceId: 'API.a', code: 200, package: sealed, at } },
  ]);
  const everything = async () =>
    Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))).toString(
      'latin1',
    );
  assert.match(await everything(), new RegExp(marker));
  await storage.commit([
    { step: 'delete-packages', txId: 'tx' },
    { step: 'bind-certificate', serial: '01', personHash: 'hash' },
  ]);
  await storage.eraseDeleted();
  assert.doesNotMatch(await everything(), new RegExp(marker));
  await storage.close();
  const again = sqlitePlatformStorage(file);
  assert.equal(await again.certificateOwner('01'), 'hash');
  await again.close();
  await rm(folder, { recursive: true });
});
