/** At full cost: elsewhere in the tests a password costs less than residents' and clerks' do (`scripts/testing/cheap-passwords.mjs`). */
import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, isPassword } from './password.ts';

test('a password is kept by scrypt of 32 MiB and three rounds, and found again', async () => {
  const kept = await hashPassword('four quiet blue otters');
  const [, cost, blockSize, parallelization, salt = '', hash = ''] = kept.split('$');
  assert.deepEqual([cost, blockSize, parallelization], ['32768', '8', '3']);
  const asked = { cost: 2 ** 15, blockSize: 8, parallelization: 3, maxmem: 2 ** 27 };
  const made = scryptSync('four quiet blue otters', Buffer.from(salt, 'base64url'), 32, asked);
  assert.equal(made.toString('base64url'), hash);
  assert.ok(await isPassword('four quiet blue otters', kept));
  assert.ok(!(await isPassword('four quiet blue otter', kept)));
  assert.ok(!(await isPassword('four quiet blue otters', undefined)));
});
