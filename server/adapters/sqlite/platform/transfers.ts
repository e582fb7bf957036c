import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm';
import type { TransferReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../open.ts';
import { transactions } from './journeys/tables.ts';
import { tidyAll } from './rows.ts';

/**
 * Newest first, of one moment by `txId` downwards; `until` is the first moment that does not count, `below` the last
 * row of the page before.
 */
export const transferReads = (db: SqliteDatabase): TransferReads => ({
  transfers: async ({ from, until, clientId, resourceId, code, txId, personHash, below, limit }) =>
    tidyAll(
      db
        .select()
        .from(transactions)
        .where(
          and(
            from && gte(transactions.startedAt, from),
            until && lt(transactions.startedAt, until),
            clientId === undefined ? undefined : eq(transactions.clientId, clientId),
            // The list is kept as JSON: the quotes keep one id from being found inside another.
            resourceId === undefined
              ? undefined
              : sql`instr(${transactions.resources}, ${JSON.stringify(resourceId)}) > 0`,
            code === undefined ? undefined : eq(transactions.code, code),
            txId === undefined ? undefined : eq(transactions.txId, txId),
            personHash === undefined ? undefined : eq(transactions.personHash, personHash),
            below &&
              or(
                lt(transactions.startedAt, below.startedAt),
                and(eq(transactions.startedAt, below.startedAt), lt(transactions.txId, below.txId)),
              ),
          ),
        )
        .orderBy(desc(transactions.startedAt), desc(transactions.txId))
        .limit(limit)
        .all(),
    ),
});
