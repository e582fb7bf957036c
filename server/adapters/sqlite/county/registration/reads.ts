import { asc, eq } from 'drizzle-orm';
import type { RegistrationReads } from '#server/county/registration/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { optional } from '../optional.ts';
import { registrations, submissions } from './tables.ts';

/** Both lists by service; keys as they were sealed. */
export const registrationReads = (db: SqliteDatabase): RegistrationReads => ({
  async registration(service) {
    const row = db.select().from(registrations).where(eq(registrations.service, service)).get();
    return row && optional(row);
  },
  async registrations() {
    return db.select().from(registrations).orderBy(asc(registrations.service)).all().map(optional);
  },
  async submissions() {
    return db.select().from(submissions).orderBy(asc(submissions.service)).all().map(optional);
  },
});
