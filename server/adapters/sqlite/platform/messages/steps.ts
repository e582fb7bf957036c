import { and, eq, lt, lte } from 'drizzle-orm';
import type { MessageReason as Reason, MessageStep } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { messages } from './tables.ts';

/** The row, while the worker's claim of it is the latest. */
const held = (id: string, tries: number) =>
  and(eq(messages.id, id), eq(messages.state, 'waiting'), eq(messages.tries, tries));

const touched = (result: { readonly changes: number }): void => guard<Reason>(result, 'message-claimed');

function sentBy(db: SqliteDatabase, id: string): (typeof messages.$inferSelect)['sentBy'] {
  const row = db.select({ sentBy: messages.sentBy }).from(messages).where(eq(messages.id, id)).get();
  if (!row) throw new GuardFailed<Reason>('message-claimed');
  return row.sentBy;
}

export const messageSteps: Handlers<MessageStep> = {
  'queue-message': (db, { message }) =>
    void db
      .insert(messages)
      .values({ ...message, sentBy: [], state: 'waiting', tries: 0, nextAt: message.at })
      .run(),
  'claim-message': (db, { id, tries, at, heldUntil }) =>
    touched(
      db
        .update(messages)
        .set({ tries: tries + 1, nextAt: heldUntil })
        .where(and(held(id, tries), lte(messages.nextAt, at)))
        .run(),
    ),
  'message-sent': (db, { id, tries, channel }) =>
    touched(
      db
        .update(messages)
        .set({ sentBy: [...sentBy(db, id), channel] })
        .where(held(id, tries))
        .run(),
    ),
  'retry-message': (db, { id, tries, nextAt, failure }) =>
    touched(db.update(messages).set({ nextAt, failure }).where(held(id, tries)).run()),
  'finish-message': (db, { id, tries, state, at, failure, keepContent }) =>
    touched(
      db
        .update(messages)
        .set({ state, doneAt: at, failure: failure ?? null, ...(keepContent ? {} : { content: null }) })
        .where(held(id, tries))
        .run(),
    ),
  'forget-old': (db, { noticesBefore, recordsBefore }) => {
    db.delete(messages).where(lt(messages.at, recordsBefore)).run();
    db.update(messages).set({ content: null }).where(lt(messages.at, noticesBefore)).run();
  },
};
