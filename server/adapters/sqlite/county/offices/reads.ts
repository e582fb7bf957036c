import { asc, eq, sql } from 'drizzle-orm';
import type { OfficeReads } from '#server/county/offices/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { optional } from '../optional.ts';
import { formerRoles } from '../staff/tables.ts';
import { memberships, offices, serviceOwners } from './tables.ts';

/**
 * Offices and roles in the order in which they were made, owners by service; former roles are those of before there
 * were offices.
 */
export const officeReads = (db: SqliteDatabase): OfficeReads => ({
  async offices() {
    return db
      .select()
      .from(offices)
      .orderBy(asc(sql`rowid`))
      .all()
      .map(optional);
  },
  async membershipsOf(staff) {
    return db
      .select()
      .from(memberships)
      .where(eq(memberships.staff, staff))
      .orderBy(asc(sql`rowid`))
      .all();
  },
  async memberships() {
    return db
      .select()
      .from(memberships)
      .orderBy(asc(sql`rowid`))
      .all();
  },
  async serviceOwner(service) {
    return db.select().from(serviceOwners).where(eq(serviceOwners.service, service)).get();
  },
  async serviceOwners() {
    return db.select().from(serviceOwners).orderBy(asc(serviceOwners.service)).all();
  },
  async formerRoles() {
    return db
      .select()
      .from(formerRoles)
      .orderBy(asc(sql`rowid`))
      .all();
  },
});
