import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { CounterReads } from '#server/county/counter/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { optional } from '../optional.ts';
import { cases } from './tables.ts';

/** Cases of one counter newest first, those of one moment as they were opened last. */
export const counterReads = (db: SqliteDatabase): CounterReads => ({
  async counterCase(id) {
    const row = db.select().from(cases).where(eq(cases.id, id)).get();
    return row && optional(row);
  },
  async counterCases({ office, counter }, since) {
    const ofDesk = and(eq(cases.office, office), eq(cases.counter, counter), gte(cases.openedAt, since));
    return db
      .select()
      .from(cases)
      .where(ofDesk)
      .orderBy(desc(cases.openedAt), desc(sql`rowid`))
      .all()
      .map(optional);
  },
});
