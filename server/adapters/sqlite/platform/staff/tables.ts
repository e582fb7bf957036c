/** Tables of the staff area. `staff_actions` is only ever added to (a trigger of its migration refuses changes). */
import type { Audit, Role } from '#server/platform/storage.ts';
import { bytes, flag, index, integer, table, text, time } from '../columns.ts';

const roles = () => text('roles', { mode: 'json' }).$type<readonly Role[]>().notNull();

export const accounts = table('staff_accounts', {
  id: text('id').primaryKey(),
  login: text('login').notNull().unique(),
  name: text('name').notNull(),
  roles: roles(),
  organisationId: text('organisation_id'),
  password: text('password').notNull(),
  totp: bytes('totp').notNull(),
  totpStep: integer('totp_step').notNull(),
  createdAt: time('created_at').notNull(),
  closedAt: time('closed_at'),
});

export const invitations = table('staff_invitations', {
  hash: text('hash').primaryKey(),
  name: text('name').notNull(),
  roles: roles(),
  organisationId: text('organisation_id'),
  accountId: text('account_id'),
  totp: bytes('totp').notNull(),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
});

export const sessions = table(
  'staff_sessions',
  {
    hash: text('hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    startedAt: time('started_at').notNull(),
    activeAt: time('active_at').notNull(),
  },
  (row) => [index('staff_sessions_staff').on(row.staffId)],
);

export const actions = table(
  'staff_actions',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    at: time('at').notNull(),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    verb: text('verb').notNull(),
    object: text('object').notNull(),
    reason: text('reason'),
  },
  (row) => [index('staff_actions_at').on(row.at)],
);

export const heartbeats = table('heartbeats', {
  resourceId: text('resource_id').primaryKey(),
  ok: flag('ok').notNull(),
  at: time('at').notNull(),
  since: time('since').notNull(),
});

export const maintenances = table('maintenances', {
  id: text('id').primaryKey(),
  resources: text('resources', { mode: 'json' }).$type<readonly string[]>().notNull(),
  from: time('from_time').notNull(),
  until: time('until_time').notNull(),
  words: text('words').notNull(),
  announcedAt: time('announced_at').notNull(),
  announcedBy: text('announced_by').notNull(),
  emergency: text('emergency'),
  withdrawnAt: time('withdrawn_at'),
});

/** One row per organisation, kind and year: the id is made of the three. */
export const audits = table(
  'audits',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull(),
    organisationName: text('organisation_name').notNull(),
    kind: text('kind').$type<Audit['kind']>().notNull(),
    year: integer('year').notNull(),
    dueAt: time('due_at').notNull(),
    submittedAt: time('submitted_at'),
    summary: text('summary'),
    fileName: text('file_name'),
    fileDigest: text('file_digest'),
  },
  (row) => [index('audits_due').on(row.dueAt)],
);

export const auditFiles = table('audit_files', {
  id: text('id').primaryKey(),
  bytes: bytes('bytes').notNull(),
});
