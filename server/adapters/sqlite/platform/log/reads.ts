import { and, asc, eq, gt, gte, lt, lte } from 'drizzle-orm';
import type { LogReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy } from '../rows.ts';
import { logRows } from './rows.ts';
import { checkpoints, entries, subjects } from './tables.ts';

/**
 * Entries from `start` up to, not including, `end`; checkpoints above the size `start` up to `end`, both upwards. A
 * node that is not there is undefined in its place.
 */
export const logReads = (db: SqliteDatabase): LogReads => ({
  logEntries: async (start, end) =>
    db
      .select()
      .from(entries)
      .where(and(gte(entries.index, start), lt(entries.index, end)))
      .orderBy(asc(entries.index))
      .all(),
  logNodes: async (places) => places.map((place) => logRows(db).node(place)),
  checkpoint: async () => logRows(db).checkpoint(),
  checkpoints: async (start, end) =>
    db
      .select()
      .from(checkpoints)
      .where(and(gt(checkpoints.size, start), lte(checkpoints.size, end)))
      .orderBy(asc(checkpoints.size))
      .all(),
  logSubject: async (txId) => tidy(db.select().from(subjects).where(eq(subjects.txId, txId)).get()),
});
