/** One handler per step of a plan; each guard names the row that it must touch. */
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { DownloadState, ResidentReason as Reason, ResidentStep as Step } from '#server/platform/storage.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { choices, downloads, sessions, wrongTries } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

/** What is over holds nothing that is personal. */
const over = (state: DownloadState, at: Date) => ({ state, endedAt: at, person: null, parameters: null });

export const residentSteps: Handlers<Step> = {
  'open-resident-session': (db, { session }) =>
    void db
      .insert(sessions)
      .values({ ...session, activeAt: session.startedAt })
      .run(),
  'touch-resident-session': (db, { hash, at }) =>
    touched(db.update(sessions).set({ activeAt: at }).where(eq(sessions.hash, hash)).run(), 'resident-session-over'),
  'close-resident-session': (db, { hash }) =>
    touched(db.delete(sessions).where(eq(sessions.hash, hash)).run(), 'resident-session-over'),
  'keep-choice': (db, { personHash, resources, at }) => {
    if (resources.length)
      db.insert(choices)
        .values({ personHash, resources, at })
        .onConflictDoUpdate({ target: choices.personHash, set: { resources, at } })
        .run();
    else db.delete(choices).where(eq(choices.personHash, personHash)).run();
  },
  'open-download': (db, { download }) =>
    void db
      .insert(downloads)
      .values({ ...download, state: 'asked' })
      .run(),
  'answer-download': (db, { id, parameters }) => touched(change(db, id, ['asked'], { parameters }), 'download-moved'),
  'begin-download': (db, { id, method, person, at }) =>
    touched(change(db, id, ['asked'], { state: 'fetching', method, person, consentedAt: at }), 'download-moved'),
  'expect-download': (db, { id }) => touched(change(db, id, ['fetching'], { state: 'fetching' }), 'download-moved'),
  'ready-download': (db, { id, keepUntil }) =>
    touched(change(db, id, ['fetching'], { state: 'ready', keepUntil }), 'download-moved'),
  'take-download': (db, { id, at }) => {
    const there = and(eq(downloads.id, id), eq(downloads.state, 'ready'), gt(downloads.keepUntil, at));
    touched(db.update(downloads).set(over('saved', at)).where(there).run(), 'download-gone');
  },
  'end-download': (db, { id, as, at }) =>
    touched(change(db, id, ['asked', 'fetching', 'ready'], over(as, at)), 'download-gone'),
  'note-wrong-try': (db, { personHash, method, hour, at }) =>
    void db
      .insert(wrongTries)
      .values({ personHash, method, hour, count: 1, firstAt: at, lastAt: at, told: false })
      .onConflictDoUpdate({
        target: [wrongTries.personHash, wrongTries.hour, wrongTries.method],
        set: { count: sql`${wrongTries.count} + 1`, lastAt: at, told: false },
      })
      .run(),
  'told-wrong-tries': (db, { personHash }) =>
    void db.update(wrongTries).set({ told: true }).where(eq(wrongTries.personHash, personHash)).run(),
  'forget-old': (db, { journeysBefore, noticesBefore, recordsBefore }) => {
    db.delete(sessions).where(lt(sessions.startedAt, journeysBefore)).run();
    db.delete(choices).where(lt(choices.at, noticesBefore)).run();
    const never = and(eq(downloads.state, 'asked'), lt(downloads.startedAt, noticesBefore));
    db.delete(downloads).where(never).run();
    db.delete(downloads).where(lt(downloads.startedAt, recordsBefore)).run();
    db.delete(wrongTries).where(lt(wrongTries.hour, recordsBefore)).run();
  },
};

const change = (
  db: SqliteDatabase,
  id: string,
  from: readonly DownloadState[],
  set: Partial<typeof downloads.$inferInsert>,
) =>
  db
    .update(downloads)
    .set(set)
    .where(and(eq(downloads.id, id), inArray(downloads.state, [...from])))
    .run();
