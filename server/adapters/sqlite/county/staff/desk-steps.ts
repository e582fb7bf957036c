import { and, eq, gt, isNull, ne } from 'drizzle-orm';
import type { DeskReason as Reason, DeskStep } from '#server/county/desks/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { offices } from '../offices/tables.ts';
import { desks, sessions } from './tables.ts';

const refuse = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};
const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);
const openDesk = (id: string) => and(eq(desks.id, id), isNull(desks.closedAt));
const nowhere = { desk: null, outUntil: null } as const;
const free = (db: SqliteDatabase, desk: string) =>
  db.update(sessions).set(nowhere).where(eq(sessions.desk, desk)).run();

export const deskSteps: Handlers<DeskStep> = {
  'enrol-desk': (db, { desk }) => {
    const open = and(eq(offices.id, desk.office), isNull(offices.closedAt));
    if (!db.select({ id: offices.id }).from(offices).where(open).get()) refuse('office-unknown');
    // The index knows of open desks only.
    touched(db.insert(desks).values(desk).onConflictDoNothing().run(), 'desk-taken');
  },
  'place-desk': (db, { id, place }) =>
    touched(db.update(desks).set({ place }).where(openDesk(id)).run(), 'desk-unknown'),
  'close-desk': (db, { id, at }) => {
    touched(db.update(desks).set({ closedAt: at }).where(openDesk(id)).run(), 'desk-unknown');
    free(db, id);
  },
  'free-desk': (db, { id }) => {
    if (!free(db, id).changes) refuse('desk-free');
  },
  'open-desk': (db, { hash, desk, idleBefore, startedBefore }) => {
    const own = db.select().from(sessions).where(eq(sessions.hash, hash)).get() ?? refuse('session-over');
    if (!db.select({ id: desks.id }).from(desks).where(openDesk(desk)).get()) refuse('desk-unknown');
    const held = and(
      eq(sessions.desk, desk),
      ne(sessions.staffId, own.staffId),
      gt(sessions.activeAt, idleBefore),
      gt(sessions.startedAt, startedBefore),
    );
    if (db.select({ hash: sessions.hash }).from(sessions).where(held).get()) refuse('desk-held');
    if (own.desk === desk) return;
    free(db, desk);
    db.update(sessions).set({ desk, outUntil: null }).where(eq(sessions.hash, hash)).run();
  },
  'note-desk-out': (db, { hash, until }) =>
    void db.update(sessions).set({ outUntil: until }).where(eq(sessions.hash, hash)).run(),
};
