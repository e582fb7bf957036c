import { and, desc, eq, getTableColumns, gte } from 'drizzle-orm';
import type { ResidentReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { choices, downloads, sessions, wrongTries } from './tables.ts';

const { told: _, ...shown } = getTableColumns(wrongTries);

/**
 * Of a person downloads and wrong tries newest first; without a choice of one's own an empty list. Sessions that are
 * over are found all the same.
 */
export const residentReads = (db: SqliteDatabase): ResidentReads => ({
  residentSession: async (hash) => tidy(db.select().from(sessions).where(eq(sessions.hash, hash)).get()),
  choiceOf: async (personHash) =>
    db.select().from(choices).where(eq(choices.personHash, personHash)).get()?.resources ?? [],
  download: async (id) => tidy(db.select().from(downloads).where(eq(downloads.id, id)).get()),
  downloadsOf: async (personHash) =>
    tidyAll(
      db.select().from(downloads).where(eq(downloads.personHash, personHash)).orderBy(desc(downloads.startedAt)).all(),
    ),
  wrongTriesOf: async (personHash, limit) =>
    db
      .select(shown)
      .from(wrongTries)
      .where(eq(wrongTries.personHash, personHash))
      .orderBy(desc(wrongTries.hour), wrongTries.method)
      .limit(limit)
      .all(),
  wrongTriesUntold: async (atLeast) =>
    db
      .select(shown)
      .from(wrongTries)
      .where(and(eq(wrongTries.told, false), gte(wrongTries.count, atLeast)))
      .all(),
  downloadsBeing: async (state) => tidyAll(db.select().from(downloads).where(eq(downloads.state, state)).all()),
});
