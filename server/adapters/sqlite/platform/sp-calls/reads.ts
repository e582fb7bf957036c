import { asc, eq, lte } from 'drizzle-orm';
import type { SpCallReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { spCalls } from './tables.ts';

/** Due ones by their time, the earliest first. */
export const spCallReads = (db: SqliteDatabase): SpCallReads => ({
  spCall: async (txId) => tidy(db.select().from(spCalls).where(eq(spCalls.txId, txId)).get()),
  spCallsDue: async (at, limit) =>
    tidyAll(db.select().from(spCalls).where(lte(spCalls.nextAt, at)).orderBy(asc(spCalls.nextAt)).limit(limit).all()),
});
