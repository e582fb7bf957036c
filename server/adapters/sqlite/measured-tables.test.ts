import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { countyTables } from './county/sizes.ts';
import { sqliteCountyStorage } from './county/storage.ts';
import { lookInto } from './open.ts';
import { platformTables } from './platform/sizes.ts';
import { sqlitePlatformStorage } from './platform/storage.ts';
import type { Measured } from './sizes.ts';

const folder = mkdtempSync(join(tmpdir(), 'measured-'));
after(() => rmSync(folder, { recursive: true }));

/** Grow with what an organisation employs or decides, never with what strangers send. */
const small: Readonly<Record<'county' | 'platform', readonly string[]>> = {
  county: [
    ...['offices', 'memberships', 'service_owners', 'staff_accounts', 'staff_invitations', 'staff_sessions'],
    ...['desks', 'staff_former_roles', 'form_schedules', 'notices_read', 'counter_cases'],
    ...['registrations', 'registration_submissions'],
  ],
  platform: [
    ...['staff_accounts', 'staff_invitations', 'staff_sessions', 'audits', 'heartbeats', 'maintenances'],
    ...['client_keys', 'service_testers', 'registry_accounts', 'provider_entries'],
    // One row a resident.
    ...['citizen_certificates', 'passkeys', 'resident_choices', 'wrong_tries'],
  ],
};

const parties: readonly (readonly [keyof typeof small, (file: string) => unknown, readonly Measured[]])[] = [
  ['county', sqliteCountyStorage, countyTables],
  ['platform', sqlitePlatformStorage, platformTables],
];

for (const [party, open, measured] of parties) {
  test(`each table of the ${party} has its room, or is small`, () => {
    const file = join(folder, `${party}.db`);
    open(file);
    const db = lookInto(file);
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'sizes'",
      )
      .all()
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('__drizzle_migrations'));
    db.close();
    assert.deepEqual([...measured.map(({ table }) => table), ...small[party]].sort(), tables.sort());
  });
}
