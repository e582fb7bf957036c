/** Counts of the limiter: no address and no person, keyed hashes only. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const counts = sqliteTable(
  'counts',
  {
    key: text('key').primaryKey(),
    /** JSON: milliseconds of the slice → uses in it. */
    uses: text('uses').notNull(),
    /** Milliseconds; 0: not paused. */
    pausedUntil: integer('paused_until').notNull(),
    /** Milliseconds; after it the row says nothing. */
    end: integer('end').notNull(),
  },
  (table) => [index('counts_end').on(table.end)],
);
