/**
 * What a backup that is taken up must not bring back: whatever is good once, whatever admits somebody, whatever was still to be
 * said. Every table is decided on, by name; one that nobody decided on fails a test.
 */
import { connect } from './open.ts';

type Party = 'platform' | 'county' | 'provider';

/** SQL that ends what its table holds, or why it is kept. `:now` is in ms, `:at` ISO, `:step` the last TOTP step not to be used. */
export const endings: {
  readonly [party in Party]: Readonly<Record<string, { readonly sql: string } | { readonly kept: string }>>;
} = {
  platform: {
    journeys: all('journeys'),
    challenges: all('challenges'),
    packages: all('packages'),
    tokens: all('tokens'),
    asks: all('asks'),
    // A ticket that was confirmed is history; any other might be fetched, or fetched again.
    tickets: { sql: 'DELETE FROM tickets WHERE confirmed_at IS NULL' },
    transactions: { sql: 'UPDATE transactions SET code = 410, ended_at = :now WHERE ended_at IS NULL' },
    resident_sessions: all('resident_sessions'),
    downloads: { sql: "UPDATE downloads SET state = 'expired', ended_at = :now WHERE ended_at IS NULL" },
    sp_signatures: all('sp_signatures'),
    sp_calls: all('sp_calls'),
    messages: { sql: "DELETE FROM messages WHERE state = 'waiting'" },
    barcodes: { sql: "UPDATE barcodes SET state = 'over', code_hash = NULL WHERE state = 'open'" },
    counter_attempts: all('counter_attempts'),
    delegations: {
      sql: "UPDATE delegations SET state = 'over', ended_at = :now WHERE state IN ('offered', 'accepted')",
    },
    staff_sessions: all('staff_sessions'),
    staff_invitations: all('staff_invitations'),
    staff_accounts: { sql: 'UPDATE staff_accounts SET totp_step = max(totp_step, :step)' },
    ...kept('locks somebody out, lets nobody in', ['wrong_tries']),
    ...kept('proves who somebody is against a challenge, and challenges are gone', [
      'citizen_certificates',
      'passkeys',
    ]),
    ...kept('follows what the other tables hold', ['sizes']),
    ...kept('a record', [
      'consents',
      'consent_words',
      'events',
      'log_checkpoints',
      'log_entries',
      'log_nodes',
      'log_subjects',
      'staff_actions',
      'audits',
      'audit_files',
      'heartbeats',
      'maintenances',
      'registry_decisions',
    ]),
    ...kept('settings; what changed since the backup has to be done again (docs/backup.md)', [
      'resident_choices',
      'client_keys',
      'organisations',
      'provider_entries',
      'services',
      'service_testers',
      'service_versions',
      'registry_accounts',
    ]),
  },
  county: {
    // With what came from MyData, transfers under way and files: all of it hangs on a browser's cookie.
    drafts: all('drafts'),
    transfers: all('transfers'),
    officials: all('officials'),
    files: { sql: 'DELETE FROM files WHERE application_number IS NULL' },
    receipts: all('receipts'),
    counter_cases: { sql: "UPDATE counter_cases SET state = 'closed', ended_at = :at WHERE state = 'open'" },
    staff_sessions: all('staff_sessions'),
    staff_invitations: all('staff_invitations'),
    staff_accounts: { sql: 'UPDATE staff_accounts SET totp_step = max(totp_step, :step)' },
    ...kept('follows what the other tables hold', ['sizes']),
    ...kept('a record', ['applications', 'transfer_records', 'staff_actions', 'notices_read']),
    ...kept('settings; what changed since the backup has to be done again (docs/backup.md)', [
      'forms',
      'form_drafts',
      'form_schedules',
      'form_versions',
      'kept_forms',
      'staff_former_roles',
      'memberships',
      'offices',
      'service_owners',
      'desks',
      'registrations',
      'registration_submissions',
    ]),
  },
  provider: {
    preparations: all('preparations'),
    ...kept('a record', ['calls']),
    ...kept('invented people', ['records', 'seeds']),
  },
};

/** In one transaction. @throws where the file is damaged */
export function endAll(party: Party, file: string, now: Date): void {
  const db = connect(file);
  try {
    const sound = db.pragma('quick_check', { simple: true });
    if (sound !== 'ok') throw new Error(`${file} is damaged: ${String(sound)}`);
    const values = { now: now.getTime(), at: now.toISOString(), step: Math.floor(now.getTime() / 30_000) + 1 };
    db.transaction(() => {
      for (const ending of Object.values(endings[party])) if ('sql' in ending) db.prepare(ending.sql).run(values);
    }).immediate();
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function all(table: string): { readonly sql: string } {
  return { sql: `DELETE FROM ${table}` };
}

function kept(why: string, tables: readonly string[]): Readonly<Record<string, { readonly kept: string }>> {
  return Object.fromEntries(tables.map((table) => [table, { kept: why }]));
}
