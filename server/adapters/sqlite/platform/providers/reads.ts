import { asc, eq } from 'drizzle-orm';
import type { ProviderReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { entries } from './tables.ts';

/** By dataset; secrets as they were sealed. */
export const providerReads = (db: SqliteDatabase): ProviderReads => ({
  providerEntries: async () => tidyAll(db.select().from(entries).orderBy(asc(entries.resourceId)).all()),
  providerEntry: async (resourceId) => tidy(db.select().from(entries).where(eq(entries.resourceId, resourceId)).get()),
});
