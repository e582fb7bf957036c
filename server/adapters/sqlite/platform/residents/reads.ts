import { desc, eq } from 'drizzle-orm';
import type { ResidentReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { choices, downloads, sessions } from './tables.ts';

export const residentReads = (db: SqliteDatabase): ResidentReads => ({
  residentSession: async (hash) => tidy(db.select().from(sessions).where(eq(sessions.hash, hash)).get()),
  choiceOf: async (personHash) =>
    db.select().from(choices).where(eq(choices.personHash, personHash)).get()?.resources ?? [],
  download: async (id) => tidy(db.select().from(downloads).where(eq(downloads.id, id)).get()),
  downloadsOf: async (personHash) =>
    tidyAll(
      db.select().from(downloads).where(eq(downloads.personHash, personHash)).orderBy(desc(downloads.startedAt)).all(),
    ),
  downloadsBeing: async (state) => tidyAll(db.select().from(downloads).where(eq(downloads.state, state)).all()),
});
