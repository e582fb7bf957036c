import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { StaffInvitation } from '#server/county/staff/storage.ts';
import { timeText } from '../../times.ts';
import type { StaffRole } from '#server/county/staff/role.ts';

const totp = () => blob('totp', { mode: 'buffer' }).notNull();

export const accounts = sqliteTable('staff_accounts', {
  id: text('id').primaryKey(),
  login: text('login').notNull().unique(),
  name: text('name').notNull(),
  password: text('password').notNull(),
  totp: totp(),
  totpStep: integer('totp_step').notNull(),
  createdAt: timeText('created_at').notNull(),
  closedAt: timeText('closed_at'),
});

export const invitations = sqliteTable('staff_invitations', {
  hash: text('hash').primaryKey(),
  name: text('name').notNull(),
  roles: text('roles', { mode: 'json' }).$type<StaffInvitation['roles']>().notNull(),
  accountId: text('account_id'),
  totp: totp(),
  createdAt: timeText('created_at').notNull(),
  expiresAt: timeText('expires_at').notNull(),
});

export const sessions = sqliteTable(
  'staff_sessions',
  {
    hash: text('hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** Of a clerk: the desk that this sign-in has open. */
    desk: text('desk'),
    outUntil: timeText('out_until'),
    startedAt: timeText('started_at').notNull(),
    activeAt: timeText('active_at').notNull(),
  },
  (row) => [index('staff_sessions_staff').on(row.staffId), index('staff_sessions_desk').on(row.desk)],
);

export const desks = sqliteTable(
  'desks',
  {
    id: text('id').primaryKey(),
    office: text('office').notNull(),
    number: integer('number').notNull(),
    place: text('place').notNull(),
    enrolledAt: timeText('enrolled_at').notNull(),
    closedAt: timeText('closed_at'),
  },
  (row) => [
    uniqueIndex('desks_number')
      .on(row.office, row.number)
      .where(sql`closed_at IS NULL`),
  ],
);

/** Only ever added to, until a row's time is over. */
export const actions = sqliteTable(
  'staff_actions',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    at: timeText('at').notNull(),
    staffId: text('staff_id').notNull(),
    staffName: text('staff_name').notNull(),
    verb: text('verb').notNull(),
    object: text('object').notNull(),
    office: text('office'),
    reason: text('reason'),
  },
  (row) => [index('staff_actions_at').on(row.at)],
);

/** Left by accounts from before offices were records, until the start that finds the office of that name. */
export const formerRoles = sqliteTable(
  'staff_former_roles',
  {
    staff: text('staff').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    agency: text('agency').notNull(),
  },
  (row) => [primaryKey({ columns: [row.staff, row.role, row.agency] })],
);
