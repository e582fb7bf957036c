import { and, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { ProviderStep, StaffReason as Reason, StaffStep } from '#server/platform/storage.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { accounts, actions, auditFiles, audits, heartbeats, invitations, maintenances, sessions } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

const openAccount = (id: string) => and(eq(accounts.id, id), isNull(accounts.closedAt));

const closeSessions = (db: SqliteDatabase, staffId: string): void =>
  void db.delete(sessions).where(eq(sessions.staffId, staffId)).run();

/** Another server stands behind the dataset: what the one before said is not its word. */
const forgetHeartbeat = (db: SqliteDatabase, resourceId: string): void =>
  void db.delete(heartbeats).where(eq(heartbeats.resourceId, resourceId)).run();

export const staffSteps: Handlers<StaffStep | ProviderStep> = {
  'add-account': (db, { account }) =>
    touched(db.insert(accounts).values(account).onConflictDoNothing().run(), 'login-taken'),
  'renew-account': (db, { id, password, totp, totpStep }) => {
    touched(db.update(accounts).set({ password, totp, totpStep }).where(openAccount(id)).run(), 'account-unknown');
    closeSessions(db, id);
  },
  'close-account': (db, { id, at }) => {
    touched(db.update(accounts).set({ closedAt: at }).where(openAccount(id)).run(), 'account-unknown');
    closeSessions(db, id);
  },
  'add-invitation': (db, { invitation }) => void db.insert(invitations).values(invitation).run(),
  'use-invitation': (db, { hash, at }) =>
    touched(
      db
        .delete(invitations)
        .where(and(eq(invitations.hash, hash), gt(invitations.expiresAt, at)))
        .run(),
      'invitation-spent',
    ),
  'use-code': (db, { staffId, totpStep }) =>
    touched(
      db
        .update(accounts)
        .set({ totpStep })
        .where(and(openAccount(staffId), lt(accounts.totpStep, totpStep)))
        .run(),
      'code-used',
    ),
  'open-session': (db, { session }) =>
    void db
      .insert(sessions)
      .values({ ...session, activeAt: session.startedAt })
      .run(),
  'touch-session': (db, { hash, at }) =>
    touched(db.update(sessions).set({ activeAt: at }).where(eq(sessions.hash, hash)).run(), 'session-over'),
  'close-session': (db, { hash }) => void db.delete(sessions).where(eq(sessions.hash, hash)).run(),
  'close-sessions': (db, { staffId }) => closeSessions(db, staffId),
  'record-action': (db, { action }) => void db.insert(actions).values(action).run(),
  'record-heartbeat': (db, { resourceId, ok, at }) =>
    void db
      .insert(heartbeats)
      .values({ resourceId, ok, at, since: at })
      .onConflictDoUpdate({
        target: heartbeats.resourceId,
        set: {
          ok,
          at,
          since: sql`CASE WHEN ${heartbeats.ok} = excluded.ok THEN ${heartbeats.since} ELSE excluded.since END`,
        },
      })
      .run(),
  'set-provider': (db, { entry }) => forgetHeartbeat(db, entry.resourceId),
  'remove-provider': (db, { resourceId }) => forgetHeartbeat(db, resourceId),
  'announce-maintenance': (db, { maintenance }) => void db.insert(maintenances).values(maintenance).run(),
  'withdraw-maintenance': (db, { id, at }) =>
    touched(
      db
        .update(maintenances)
        .set({ withdrawnAt: at })
        .where(and(eq(maintenances.id, id), isNull(maintenances.withdrawnAt)))
        .run(),
      'maintenance-unknown',
    ),
  'expect-audit': (db, { audit }) => {
    const { organisationId, kind, year } = audit;
    const known = and(eq(audits.organisationId, organisationId), eq(audits.kind, kind), eq(audits.year, year));
    if (!db.select().from(audits).where(known).get()) db.insert(audits).values(audit).run();
  },
  'submit-audit': (db, { id, at, summary, file }) => {
    touched(
      db
        .update(audits)
        .set({ submittedAt: at, summary, fileName: file?.name, fileDigest: file?.digest })
        .where(and(eq(audits.id, id), isNull(audits.submittedAt)))
        .run(),
      'audit-unknown',
    );
    if (file) db.insert(auditFiles).values({ id, bytes: file.bytes }).run();
  },
  'forget-staff-records': (
    db,
    { now, sessionsIdleBefore, sessionsBefore, actionsBefore, auditsBefore, maintenancesBefore },
  ) => {
    db.delete(sessions)
      .where(or(lte(sessions.activeAt, sessionsIdleBefore), lte(sessions.startedAt, sessionsBefore)))
      .run();
    db.delete(invitations).where(lte(invitations.expiresAt, now)).run();
    db.delete(actions).where(lt(actions.at, actionsBefore)).run();
    db.delete(maintenances).where(lt(maintenances.until, maintenancesBefore)).run();
    const old = db.select({ id: audits.id }).from(audits).where(lt(audits.submittedAt, auditsBefore)).all();
    for (const { id } of old) {
      db.delete(audits).where(eq(audits.id, id)).run();
      db.delete(auditFiles).where(eq(auditFiles.id, id)).run();
    }
  },
};
