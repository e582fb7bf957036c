/** Rows of those who never proved who they are. */
import { and, eq, isNull, lt, notExists } from 'drizzle-orm';
import type { SqliteDatabase } from '../../open.ts';
import { journeys, transactions } from './tables.ts';

/** Ended journeys that began before that moment, as a query: to be counted, looked at or deleted in portions. */
export const journeysUnproved = (db: SqliteDatabase, before: Date) =>
  db
    .select({ id: journeys.id })
    .from(journeys)
    .where(and(eq(journeys.screen, 'ended'), isNull(journeys.method), lt(journeys.startedAt, before)));

/** Not while its journey is there. */
export const arrivalsUnproved = (db: SqliteDatabase, before: Date) =>
  db
    .select({ txId: transactions.txId })
    .from(transactions)
    .where(
      and(
        isNull(transactions.personHash),
        lt(transactions.startedAt, before),
        notExists(db.select({ id: journeys.id }).from(journeys).where(eq(journeys.txId, transactions.txId))),
      ),
    );
