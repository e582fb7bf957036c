import { and, asc, desc, eq, gt, gte, isNull, lt } from 'drizzle-orm';
import type { StaffReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { accounts, actions, auditFiles, audits, heartbeats, invitations, maintenances, sessions } from './tables.ts';

/**
 * Accounts in the order in which they were made, closed ones too; actions newest first, below the number `before`.
 * Maintenances 維護 that are not over nor withdrawn, by their beginning; audits 稽核 by the day when they are due.
 */
export const staffReads = (db: SqliteDatabase): StaffReads => ({
  staffAccount: async (id) => tidy(db.select().from(accounts).where(eq(accounts.id, id)).get()),
  staffByLogin: async (login) => tidy(db.select().from(accounts).where(eq(accounts.login, login)).get()),
  staffAccounts: async () => tidyAll(db.select().from(accounts).orderBy(asc(accounts.createdAt)).all()),
  invitation: async (hash) => tidy(db.select().from(invitations).where(eq(invitations.hash, hash)).get()),
  staffSession: async (hash) => db.select().from(sessions).where(eq(sessions.hash, hash)).get(),
  staffActions: async ({ from, until, verb, staffId, before, limit }) =>
    tidyAll(
      db
        .select()
        .from(actions)
        .where(
          and(
            from && gte(actions.at, from),
            until && lt(actions.at, until),
            verb === undefined ? undefined : eq(actions.verb, verb),
            staffId === undefined ? undefined : eq(actions.staffId, staffId),
            before === undefined ? undefined : lt(actions.no, before),
          ),
        )
        .orderBy(desc(actions.no))
        .limit(limit)
        .all(),
    ),
  heartbeats: async () => db.select().from(heartbeats).orderBy(asc(heartbeats.resourceId)).all(),
  maintenances: async (at) =>
    tidyAll(
      db
        .select()
        .from(maintenances)
        .where(and(isNull(maintenances.withdrawnAt), gt(maintenances.until, at)))
        .orderBy(asc(maintenances.from))
        .all(),
    ),
  maintenance: async (id) => tidy(db.select().from(maintenances).where(eq(maintenances.id, id)).get()),
  audits: async () => tidyAll(db.select().from(audits).orderBy(asc(audits.dueAt)).all()),
  audit: async (id) => tidy(db.select().from(audits).where(eq(audits.id, id)).get()),
  auditFile: async (id) => db.select().from(auditFiles).where(eq(auditFiles.id, id)).get()?.bytes,
});
