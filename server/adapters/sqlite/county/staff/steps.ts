import { and, eq, gt, gte, isNull, lt, lte, or } from 'drizzle-orm';
import type { StaffReason as Reason, StaffStep } from '#server/county/staff/storage.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { guardAdministrator } from '../offices/steps.ts';
import { accounts, actions, invitations, sessions } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);
const openAccount = (id: string) => and(eq(accounts.id, id), isNull(accounts.closedAt));
const bytes = (value: Uint8Array): Buffer => Buffer.from(value);

const closeSessions = (db: SqliteDatabase, staffId: string): void =>
  void db.delete(sessions).where(eq(sessions.staffId, staffId)).run();

export const staffSteps: Handlers<StaffStep> = {
  'add-account': (db, { account }) =>
    touched(
      db
        .insert(accounts)
        .values({ ...account, totp: bytes(account.totp) })
        .onConflictDoNothing()
        .run(),
      'login-taken',
    ),
  'renew-account': (db, { id, password, totp, totpStep }) => {
    touched(
      db
        .update(accounts)
        .set({ password, totp: bytes(totp), totpStep })
        .where(openAccount(id))
        .run(),
      'account-unknown',
    );
    closeSessions(db, id);
  },
  'close-account': (db, { id, at }) => {
    guardAdministrator(db, id);
    touched(db.update(accounts).set({ closedAt: at }).where(openAccount(id)).run(), 'account-unknown');
    closeSessions(db, id);
  },
  'add-invitation': (db, { invitation }) =>
    void db
      .insert(invitations)
      .values({ ...invitation, totp: bytes(invitation.totp) })
      .run(),
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
  'record-look': (db, { action, since }) => {
    const { staffId, verb, object } = action;
    const same = and(
      gte(actions.at, since),
      eq(actions.staffId, staffId),
      eq(actions.verb, verb),
      eq(actions.object, object),
    );
    if (!db.select({ no: actions.no }).from(actions).where(same).get()) db.insert(actions).values(action).run();
  },
  'forget-staff-records': (db, { now, sessionsIdleBefore, sessionsBefore, actionsBefore }) => {
    db.delete(sessions)
      .where(or(lte(sessions.activeAt, sessionsIdleBefore), lte(sessions.startedAt, sessionsBefore)))
      .run();
    db.delete(invitations).where(lte(invitations.expiresAt, now)).run();
    db.delete(actions).where(lt(actions.at, actionsBefore)).run();
  },
};
