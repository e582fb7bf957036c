import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { officesStorageContract } from '#server/county/offices/storage.contract.ts';
import { migrateArea, openSqlite } from '../../open.ts';
import { sqliteCountyStorage } from '../storage.ts';

officesStorageContract('SQLite', async () => sqliteCountyStorage(':memory:'));

const county = join(import.meta.dirname, '..');

/** The first migration of an area alone, as an installation of before has it. */
async function firstOf(area: string, folder: string): Promise<string> {
  const to = join(folder, area || 'county');
  await cp(join(county, area, 'migrations'), to, { recursive: true });
  const journal = join(to, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: unknown[] };
  await writeFile(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
  return to;
}

it('keeps what accounts of before held until it is known where, and ends their sessions and links', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'county-'));
  const file = join(folder, 'county.db');
  const db = openSqlite(file, await firstOf('', folder));
  for (const area of ['forms', 'staff', 'counter']) migrateArea(db, area, await firstOf(area, folder));
  const account = db.$client.prepare(
    `INSERT INTO staff_accounts VALUES (?, ?, '王安', ?, ?, 'hash', x'01', 0, '2026-11-23', ?)`,
  );
  account.run('ann', 'ann', '["designer","clerk"]', '["社會局","經發處"]', null);
  account.run('old', 'old', '["clerk"]', '["社會局"]', '2026-11-23');
  db.$client.exec(`INSERT INTO staff_sessions VALUES ('s', 'ann', '社會局', '3 號櫃檯', '2026', '2026')`);
  db.$client.exec(
    `INSERT INTO staff_invitations VALUES ('i', '李', '["clerk"]', '["社會局"]', NULL, x'01', '2026', '2027')`,
  );
  db.$client.exec(
    `INSERT INTO counter_cases VALUES ('c', 'd', 't', 'relief', '社會局', '3 號櫃檯', 'ann', '王安', 'open', '2026', '2027', NULL, NULL)`,
  );
  db.$client.close();

  const storage = sqliteCountyStorage(file);
  assert.deepEqual(await storage.formerRoles(), [
    { staff: 'ann', role: 'designer', agency: '社會局' },
    { staff: 'ann', role: 'designer', agency: '經發處' },
    { staff: 'ann', role: 'clerk', agency: '社會局' },
    { staff: 'ann', role: 'clerk', agency: '經發處' },
  ]);
  assert.equal((await storage.staffAccount('ann'))?.password, 'hash');
  assert.equal(await storage.staffSession('s'), undefined);
  assert.equal(await storage.invitation('i'), undefined);
  assert.equal((await storage.counterCase('c'))?.office, '');
  await storage.commit([{ step: 'place-cases', agency: '社會局', office: 'social' }]);
  assert.equal((await storage.counterCase('c'))?.office, 'social');
  const [former] = await storage.formerRoles();
  assert.deepEqual(await storage.commit([{ step: 'settle-former-role', former: former! }]), { ok: true });
  assert.equal((await storage.formerRoles()).length, 3);
  await storage.close();
  await rm(folder, { recursive: true });
});
