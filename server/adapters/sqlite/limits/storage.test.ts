import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { budgets } from '#server/limits/budgets.ts';
import { limitStorageContract } from '#server/limits/storage.contract.ts';
import { sqliteLimitStorage } from './storage.ts';

limitStorageContract('sqlite', () => sqliteLimitStorage(':memory:'));

test('sqlite: two processes share one count, and a restart keeps it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'limits-'));
  const file = join(folder, 'limits.db');
  const both = [sqliteLimitStorage(file), sqliteLimitStorage(file)];
  const use = { key: 'k', budget: budgets['staff-account'], amount: 1, at: 1_000_000 };
  const taken = await Promise.all(Array.from({ length: 20 }, (_, i) => both[i % 2]!.take([use])));
  assert.equal(taken.filter(({ ok }) => ok).length, 5);
  for (const one of both) await one.close();
  const again = sqliteLimitStorage(file);
  assert.ok(!(await again.take([use])).ok);
  await again.close();
  await rm(folder, { recursive: true });
});
