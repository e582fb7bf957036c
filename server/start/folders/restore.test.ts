/** A backup that is taken up revives nothing: real databases, copied back. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import Database from 'better-sqlite3';
import { openKeyFolder } from '../../files/key-folder.ts';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import { endings } from '../../adapters/sqlite/end-all.ts';
import { sqlitePlatformStorage } from '../../adapters/sqlite/platform/storage.ts';
import { sqliteProviderStorage } from '../../adapters/sqlite/provider/storage.ts';
import { checkpointText, openNote, signNote } from '../../crypto/signed-note.ts';
import { codeAt, newTotpSecret, stepOfCode } from '../../accounts/second-factor.ts';
import { event } from '../../platform/log/events.ts';
import { LogKeys } from '../../platform/log/keys.ts';
import { logOrigin, verifierKeyOf } from '../../platform/log/names.ts';
import { openPlace } from './open-place.ts';
import { placeOf, type Place } from './place.ts';
import { restore } from './restore.ts';

const now = new Date('2026-11-27T02:00:00Z');
const clock = { now: () => now };
const publicUrl = 'https://log.example';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const placeFor = (kind: 'platform' | 'county'): Place => {
  const folders = {
    dataFolder: join(folder, 'data'),
    keysFolder: join(folder, 'keys'),
    marksFolder: join(folder, 'marks'),
  };
  return placeOf(folders, kind === 'platform' ? kind : { label: 'county', dataFolder: join(folder, 'data', 'county') });
};

/** Starts, does the work, ends. */
async function lives(place: Place, work: () => Promise<void>): Promise<number> {
  const open = await openPlace(place, { clock });
  try {
    const keys = await openKeyFolder(place.keys);
    for (const { name } of place.secrets)
      if (name !== 'log-keys.json') await keys.readOrMake(name, async () => 'ab'.repeat(32));
    await work();
    await open.whole();
    return open.generation;
  } finally {
    await open.close();
  }
}

function sql(place: Place, ...statements: readonly string[]): void {
  const db = new Database(place.database);
  db.pragma('foreign_keys = ON');
  for (const statement of statements) db.exec(statement);
  db.close();
}

function rows(place: Place, query: string): readonly unknown[] {
  const db = new Database(place.database, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

test('every table is decided on: what a backup must not bring back, and why the rest may stay', () => {
  const open = { platform: sqlitePlatformStorage, county: sqliteCountyStorage, provider: sqliteProviderStorage };
  for (const party of ['platform', 'county', 'provider'] as const) {
    const file = join(folder, `${party}.db`);
    void open[party](file).close();
    const db = new Database(file, { readonly: true });
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '__drizzle*' AND name NOT GLOB 'sqlite*'",
      )
      .pluck()
      .all();
    db.close();
    assert.deepEqual(
      tables.sort(),
      Object.keys(endings[party]).sort(),
      `${party}: see server/adapters/sqlite/end-all.ts`,
    );
  }
});

test('T37: a county’s backup brings back no session, no draft, no invitation, no open case and no code of a second factor', async () => {
  const place = placeFor('county');
  const secret = newTotpSecret();
  const code = codeAt(secret, now);
  const step = stepOfCode(secret, code, now)!;
  const at = now.toISOString();
  await lives(place, async () => {
    await sqliteCountyStorage(place.database).close();
    sql(
      place,
      `INSERT INTO staff_accounts (id, login, name, password, totp, totp_step, created_at) VALUES ('1', 'a', 'a', '', x'00', ${step - 1}, '${at}')`,
      `INSERT INTO staff_sessions (hash, staff_id, started_at, active_at) VALUES ('h', '1', '${at}', '${at}')`,
      `INSERT INTO staff_invitations (hash, name, roles, totp, created_at, expires_at) VALUES ('h', 'b', '[]', x'00', '${at}', '2027-01-01T00:00:00.000Z')`,
      `INSERT INTO drafts (id, owner, service, form_version, revision, created_at, expires_at) VALUES ('d', 'cookie', 's', 1, 1, '${at}', '2027-01-01T00:00:00.000Z')`,
      `INSERT INTO counter_cases (id, draft_id, tx_id, service, agency, counter, clerk_id, clerk_name, state, opened_at, expires_at) VALUES ('c', 'd', 't', 's', 'a', '1', '1', 'a', 'open', '${at}', '2027-01-01T00:00:00.000Z')`,
      `INSERT INTO applications (number, service, form_version, draft_id, repeat_key, person, contents, status, history, submitted_at) VALUES ('AP1', 's', 1, 'x', 'r', 'p', x'00', 'received', '[]', '${at}')`,
    );
  });
  await copyFile(place.database, join(folder, 'backup'));
  // What was used up since.
  await lives(place, async () => {
    sql(place, 'DELETE FROM staff_sessions', 'DELETE FROM drafts', `UPDATE staff_accounts SET totp_step = ${step}`);
  });
  await copyFile(join(folder, 'backup'), place.database);
  await assert.rejects(openPlace(place, { clock }), /turned back/);

  const { found, generation } = await restore(place, { clock, publicUrl });
  assert.match(found.join(), /turned back/);
  assert.ok(generation > 1);
  for (const table of ['staff_sessions', 'staff_invitations', 'drafts'])
    assert.deepEqual(rows(place, `SELECT * FROM ${table}`), [], table);
  assert.deepEqual(rows(place, 'SELECT state FROM counter_cases'), [{ state: 'closed' }]);
  assert.deepEqual(rows(place, 'SELECT number FROM applications'), [{ number: 'AP1' }]);
  const [account] = rows(place, 'SELECT totp_step FROM staff_accounts') as [{ totp_step: number }];
  assert.ok(account.totp_step >= step, 'the code that was used is used');
  assert.deepEqual(rows(place, 'SELECT verb, object FROM staff_actions'), [
    { verb: 'restore-backup', object: `county ${generation}` },
  ]);
  assert.equal(await lives(place, async () => undefined), generation);
  // And the same backup a second time is older than the generation.
  await copyFile(join(folder, 'backup'), place.database);
  await assert.rejects(openPlace(place, { clock }), /turned back/);
});

test('T37: a platform’s backup brings back no journey, ticket, package, session, barcode or code, and the log says so', async () => {
  const place = placeFor('platform');
  const ms = now.getTime();
  const later = ms + 3_600_000;
  const sign = (keys: LogKeys, origin: string) => (head: { size: number; root: Uint8Array }) =>
    signNote(checkpointText(origin, head.size, head.root), logOrigin(publicUrl), keys.signing('checkpoint'));
  const entry = async (tx: string, origin = logOrigin(publicUrl)): Promise<void> => {
    const keys = await LogKeys.open(await openKeyFolder(place.keys), now);
    const storage = sqlitePlatformStorage(place.database);
    await storage.commit([
      event(tx, 'SP-API called', now),
      { step: 'sign-head', entries: 1, at: now, sign: sign(keys, origin) },
    ]);
    await storage.close();
  };
  await lives(place, async () => {
    await entry('one');
    sql(
      place,
      `INSERT INTO transactions (tx_id, client_id, resources, started_at) VALUES ('t', 'c', '[]', ${ms})`,
      `INSERT INTO journeys (id, session_hash, tx_id, client_id, resources, return_url, screen, started_at, active_at) VALUES ('j', 's', 't', 'c', '[]', 'u', 'consent', ${ms}, ${ms})`,
      `INSERT INTO tickets (hash, tx_id, client_id, secret, issued_at, expires_at) VALUES ('h', 't', 'c', x'00', ${ms}, ${later})`,
      `INSERT INTO packages (tx_id, resource_id, code, package, at) VALUES ('t', 'r', 200, x'00', ${ms})`,
      `INSERT INTO challenges (id, journey_id, purpose, expires_at) VALUES ('c', 'j', 'p', ${later})`,
      `INSERT INTO resident_sessions (hash, person_hash, method, person, started_at, active_at) VALUES ('h', 'p', 'm', x'00', ${ms}, ${ms})`,
      `INSERT INTO staff_sessions (hash, staff_id, started_at, active_at) VALUES ('h', '1', ${ms}, ${ms})`,
      `INSERT INTO barcodes (id, tx_id, client_id, holder, serial_hash, issued_at, expires_at, state, code_hash, code_expires_at) VALUES ('b', 't', 'c', 'owner', 'h', ${ms}, ${later}, 'open', 'code', ${later})`,
    );
  });
  await copyFile(place.database, join(folder, 'backup'));
  await lives(place, async () => {
    await entry('two');
    sql(place, `UPDATE tickets SET redeemed_at = ${ms}`, "UPDATE barcodes SET state = 'taken'");
  });
  const signed = await readFile(join(place.marks, 'last-checkpoint.txt'), 'utf8');
  await copyFile(join(folder, 'backup'), place.database);
  await assert.rejects(openPlace(place, { clock }), /2 entries were signed, it has 1/);

  const { generation } = await restore(place, { clock, publicUrl });
  for (const table of ['journeys', 'tickets', 'packages', 'challenges', 'resident_sessions', 'staff_sessions'])
    assert.deepEqual(rows(place, `SELECT * FROM ${table}`), [], table);
  assert.deepEqual(rows(place, 'SELECT state, code_hash FROM barcodes'), [{ state: 'over', code_hash: null }]);
  assert.deepEqual(rows(place, 'SELECT code FROM transactions'), [{ code: 410 }]);

  // For whoever watches it is another log from here on, under the same keys, and its entry says why.
  const last = await readFile(join(place.marks, 'last-checkpoint.txt'), 'utf8');
  const keys = await LogKeys.open(await openKeyFolder(place.keys), now);
  const known = keys.list().map((key) => verifierKeyOf(logOrigin(publicUrl), key));
  assert.match(openNote(last, known) ?? '', new RegExp(`^log\\.example/log/${generation}\n2\n`));
  const entries = rows(place, 'SELECT entry FROM log_entries ORDER BY idx') as readonly { entry: string }[];
  assert.equal((JSON.parse(entries[1]!.entry) as { event: number }).event, 905);
  assert.equal(await readFile(join(place.marks, `before-${generation}-last-checkpoint.txt`), 'utf8'), signed);
  assert.equal(await lives(place, () => entry('three', `${logOrigin(publicUrl)}/${generation}`)), generation);
});

test('a log that was tampered with is not taken up', async () => {
  const place = placeFor('platform');
  await lives(place, async () => {
    const keys = await LogKeys.open(await openKeyFolder(place.keys), now);
    const storage = sqlitePlatformStorage(place.database);
    const sign = (head: { size: number; root: Uint8Array }): string =>
      signNote(checkpointText('o', head.size, head.root), 'o', keys.signing('checkpoint'));
    for (const tx of ['one', 'two'])
      await storage.commit([event(tx, 'SP-API called', now), { step: 'sign-head', entries: 1, at: now, sign }]);
    await storage.close();
  });
  const ms = now.getTime();
  sql(
    place,
    "UPDATE log_nodes SET hash = x'00' WHERE level = 1",
    `INSERT INTO staff_sessions (hash, staff_id, started_at, active_at) VALUES ('h', '1', ${ms}, ${ms})`,
  );
  await assert.rejects(restore(place, { clock, publicUrl }), /its log does not hold \(log-broken\)/);
  assert.equal(rows(place, 'SELECT * FROM staff_sessions').length, 1, 'it is left as it was, for the investigation');
  assert.deepEqual(
    (await readdir(place.marks)).filter((name) => name.startsWith('before-')),
    [],
  );
});
