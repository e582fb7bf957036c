import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { StaffReads } from '../../../../county/staff/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { optional } from '../optional.ts';
import { accounts, actions, invitations, sessions } from './tables.ts';

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
  async staffInvitation(hash) {
    const row = db.select().from(invitations).where(eq(invitations.hash, hash)).get();
    return row && optional(row);
  },
  async staffSession(hash) {
    const row = db.select().from(sessions).where(eq(sessions.hash, hash)).get();
    return row && optional(row);
  },
  async staffActions(limit, offices) {
    return db
      .select()
      .from(actions)
      .where(offices && inArray(actions.office, [...offices]))
      .orderBy(desc(actions.no))
      .limit(limit)
      .all()
      .map(({ no: _no, ...action }) => optional(action));
  },
});
