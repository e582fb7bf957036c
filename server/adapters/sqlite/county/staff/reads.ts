import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { DeskReads } from '#server/county/desks/storage.ts';
import type { StaffReads } from '#server/county/staff/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { optional } from '../optional.ts';
import { accounts, actions, desks, invitations, sessions } from './tables.ts';

/**
 * Accounts in the order in which they were made, closed ones too; sessions that are over are found all the same.
 * Actions newest first; `about` is looked for anywhere in the object.
 */
export const staffReads = (db: SqliteDatabase): StaffReads => ({
  async staffAccount(id) {
    const row = db.select().from(accounts).where(eq(accounts.id, id)).get();
    return row && optional(row);
  },
  async staffByLogin(login) {
    const row = db.select().from(accounts).where(eq(accounts.login, login)).get();
    return row && optional(row);
  },
  async staffAccounts() {
    return db.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.login)).all().map(optional);
  },
  async invitation(hash) {
    const row = db.select().from(invitations).where(eq(invitations.hash, hash)).get();
    return row && optional(row);
  },
  async staffSession(hash) {
    const row = db.select().from(sessions).where(eq(sessions.hash, hash)).get();
    return row && optional(row);
  },
  async staffActions(limit, offices, { verbs, staffId, about } = {}) {
    return db
      .select()
      .from(actions)
      .where(
        and(
          offices && inArray(actions.office, [...offices]),
          verbs && inArray(actions.verb, [...verbs]),
          staffId === undefined ? undefined : eq(actions.staffId, staffId),
          about === undefined ? undefined : sql`instr(${actions.object}, ${about}) > 0`,
        ),
      )
      .orderBy(desc(actions.no))
      .limit(limit)
      .all()
      .map(({ no: _no, ...action }) => optional(action));
  },
});

/** Desks by office and number. Holders are read from the sessions, those that are over among them. */
export const deskReads = (db: SqliteDatabase): DeskReads => ({
  async desk(id) {
    const row = db.select().from(desks).where(eq(desks.id, id)).get();
    return row && optional(row);
  },
  async desks() {
    return db
      .select()
      .from(desks)
      .orderBy(asc(desks.office), asc(desks.number), asc(desks.enrolledAt))
      .all()
      .map(optional);
  },
  async deskHolders() {
    const { desk, staffId, startedAt, activeAt } = sessions;
    const rows = db.select({ desk, staffId, startedAt, activeAt }).from(sessions).where(isNotNull(desk)).all();
    return rows.map((row) => ({ ...row, desk: row.desk as string }));
  },
});
