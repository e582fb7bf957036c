/** Each step of the offices as guarded SQL; runs inside the plan's transaction. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { OfficeReason, OfficeStep } from '#server/county/offices/storage.ts';
import { isWithin, officesOf } from '#server/county/offices/tree.ts';
import type { StaffReason } from '#server/county/staff/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard, type SqliteDatabase } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { optional } from '../optional.ts';
import { accounts, formerRoles } from '../staff/tables.ts';
import { memberships, offices, serviceOwners } from './tables.ts';

type Reason = OfficeReason | StaffReason;

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);
const refuse = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

const openOffice = (id: string) => and(eq(offices.id, id), isNull(offices.closedAt));

function needOffice(db: SqliteDatabase, id: string): { readonly parent: string | null } {
  const found = db.select({ parent: offices.parent }).from(offices).where(openOffice(id)).get();
  return found ?? refuse('office-unknown');
}

/** Whether another open account administers the whole organisation, where this one does. */
export function guardAdministrator(db: SqliteDatabase, staff: string): void {
  const whole = db
    .select({ staff: memberships.staff })
    .from(memberships)
    .innerJoin(offices, eq(offices.id, memberships.office))
    .innerJoin(accounts, eq(accounts.id, memberships.staff))
    .where(and(isNull(offices.parent), eq(memberships.role, 'administrator'), isNull(accounts.closedAt)))
    .all();
  if (whole.some((one) => one.staff === staff) && !whole.some((one) => one.staff !== staff))
    refuse('last-administrator');
}

export const officeSteps: Handlers<OfficeStep> = {
  'add-office': (db, { office }) => {
    if (office.parent !== undefined) needOffice(db, office.parent);
    else if (db.select({ id: offices.id }).from(offices).where(isNull(offices.parent)).get()) refuse('office-taken');
    touched(db.insert(offices).values(office).onConflictDoNothing().run(), 'office-taken');
  },
  'rename-office': (db, { id, name }) =>
    touched(db.update(offices).set({ name }).where(openOffice(id)).run(), 'office-unknown'),
  'move-office': (db, { id, parent }) => {
    if (needOffice(db, id).parent === null) refuse('office-cycle');
    needOffice(db, parent);
    if (isWithin(officesOf(db.select().from(offices).all().map(optional)), parent, id)) refuse('office-cycle');
    touched(db.update(offices).set({ parent }).where(openOffice(id)).run(), 'office-unknown');
  },
  'close-office': (db, { id, at }) => {
    const below = and(eq(offices.parent, id), isNull(offices.closedAt));
    const used =
      needOffice(db, id).parent === null ||
      db.select({ id: offices.id }).from(offices).where(below).get() ||
      db.select().from(serviceOwners).where(eq(serviceOwners.office, id)).get();
    if (used) refuse('office-in-use');
    touched(db.update(offices).set({ closedAt: at }).where(openOffice(id)).run(), 'office-unknown');
    db.delete(memberships).where(eq(memberships.office, id)).run();
  },
  'give-role': (db, { membership }) => {
    needOffice(db, membership.office);
    const open = and(eq(accounts.id, membership.staff), isNull(accounts.closedAt));
    if (!db.select({ id: accounts.id }).from(accounts).where(open).get()) refuse('account-unknown');
    touched(db.insert(memberships).values(membership).onConflictDoNothing().run(), 'role-held');
  },
  'take-role': (db, { membership: { staff, office, role } }) => {
    const top = db.select({ id: offices.id }).from(offices).where(isNull(offices.parent)).get();
    if (role === 'administrator' && office === top?.id) guardAdministrator(db, staff);
    const one = and(eq(memberships.staff, staff), eq(memberships.office, office), eq(memberships.role, role));
    touched(db.delete(memberships).where(one).run(), 'role-unknown');
  },
  'own-service': (db, { service, office }) => {
    needOffice(db, office);
    touched(db.insert(serviceOwners).values({ service, office }).onConflictDoNothing().run(), 'owner-known');
  },
  'move-service': (db, { service, from, to }) => {
    needOffice(db, to);
    const one = and(eq(serviceOwners.service, service), eq(serviceOwners.office, from), ne(serviceOwners.office, to));
    touched(db.update(serviceOwners).set({ office: to }).where(one).run(), 'owner-other');
  },
  'settle-former-role': (db, { former: { staff, role, agency } }) => {
    const one = and(eq(formerRoles.staff, staff), eq(formerRoles.role, role), eq(formerRoles.agency, agency));
    touched(db.delete(formerRoles).where(one).run(), 'role-unknown');
  },
};
