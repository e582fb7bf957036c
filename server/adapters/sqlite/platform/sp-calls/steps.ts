import { and, eq, like, lte, ne } from 'drizzle-orm';
import type { SpCallReason as Reason, SpCallStep } from '#server/platform/storage.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { spCalls } from './tables.ts';

/** The row, while the worker's claim of it is the latest. */
const held = (txId: string, tries: number) => and(eq(spCalls.txId, txId), eq(spCalls.tries, tries));

const touched = (result: { readonly changes: number }): void => guard<Reason>(result, 'sp-call-taken');

const forget = (db: SqliteDatabase, { txId }: { readonly txId: string }): void =>
  void db.delete(spCalls).where(eq(spCalls.txId, txId)).run();

export const spCallSteps: Handlers<SpCallStep> = {
  'queue-sp-call': (db, { call }) =>
    void db
      .insert(spCalls)
      .values({ ...call, tries: 0, nextAt: call.at })
      .run(),
  'claim-sp-call': (db, { txId, tries, at, heldUntil, heldBy }) =>
    touched(
      db
        .update(spCalls)
        .set({ tries: tries + 1, nextAt: heldUntil, heldBy })
        .where(and(held(txId, tries), lte(spCalls.nextAt, at)))
        .run(),
    ),
  'retry-sp-call': (db, { txId, tries, nextAt }) =>
    touched(db.update(spCalls).set({ nextAt, heldBy: null }).where(held(txId, tries)).run()),
  'finish-sp-call': (db, { txId, tries }) => touched(db.delete(spCalls).where(held(txId, tries)).run()),
  'free-sp-calls': (db, { instance, heldBy, at }) =>
    void db
      .update(spCalls)
      .set({ nextAt: at, heldBy: null })
      .where(and(like(spCalls.heldBy, `${instance}/%`), ne(spCalls.heldBy, heldBy)))
      .run(),
  'end-journey': forget,
  'revoke-delivery': forget,
};
