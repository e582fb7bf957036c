import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Message, MessageReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { messages } from './tables.ts';

/** Due ones by their time, the earliest first; all others newest first. Addresses and texts as they were sealed. */
export const messageReads = (db: SqliteDatabase): MessageReads => {
  const newestFirst = [desc(messages.at), desc(sql`rowid`)] as const;
  return {
    messagesDue: async (at, limit): Promise<readonly Message[]> =>
      tidyAll(
        db
          .select()
          .from(messages)
          .where(and(eq(messages.state, 'waiting'), lte(messages.nextAt, at)))
          .orderBy(asc(messages.nextAt))
          .limit(limit)
          .all(),
      ),
    messages: async (limit) =>
      tidyAll(
        db
          .select()
          .from(messages)
          .orderBy(...newestFirst)
          .limit(limit)
          .all(),
      ),
    messagesGivenUp: async (limit) =>
      tidyAll(
        db
          .select()
          .from(messages)
          .where(eq(messages.state, 'given-up'))
          .orderBy(...newestFirst)
          .limit(limit)
          .all(),
      ),
    message: async (id) => tidy(db.select().from(messages).where(eq(messages.id, id)).get()),
  };
};
