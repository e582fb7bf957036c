/** Offices, roles and owners of the county's storage in memory. */
import type {
  Membership,
  Office,
  OfficeReads,
  OfficeReason,
  OfficeStep,
  ServiceOwner,
} from '../../county/offices/storage.ts';
import { isWithin, officesOf, topOf } from '../../county/offices/tree.ts';
import type { StaffReason } from '../../county/staff/storage.ts';
import { GuardFailed } from '../../storage/plan.ts';
import type { StaffState } from './county-staff-state.ts';

export interface OfficesState {
  readonly offices: readonly Office[];
  readonly memberships: readonly Membership[];
  readonly owners: ReadonlyMap<string, string>;
}

export const noOffices: OfficesState = { offices: [], memberships: [], owners: new Map() };

const refuse = (reason: OfficeReason | StaffReason): never => {
  throw new GuardFailed<OfficeReason | StaffReason>(reason);
};

const known: { readonly [Name in OfficeStep['step']]: true } = {
  'add-office': true,
  'rename-office': true,
  'move-office': true,
  'close-office': true,
  'give-role': true,
  'take-role': true,
  'own-service': true,
  'move-service': true,
  'settle-former-role': true,
};

/** Refuses where this is the last open account that administers the whole organisation. */
export function guardAdministrator(s: OfficesState, staff: string, { accounts }: StaffState): void {
  const top = topOf(officesOf(s.offices))?.id;
  const whole = s.memberships.filter(
    (one) =>
      one.role === 'administrator' &&
      one.office === top &&
      accounts.has(one.staff) &&
      accounts.get(one.staff)?.closedAt === undefined,
  );
  if (whole.some((one) => one.staff === staff) && !whole.some((one) => one.staff !== staff))
    refuse('last-administrator');
}

/** → undefined where the step is not of this area */
export function officesAfter(
  s: OfficesState,
  step: OfficeStep | { readonly step: string },
  staff: StaffState,
): OfficesState | undefined {
  return step.step in known ? after(s, step as OfficeStep, staff) : undefined;
}

function after(s: OfficesState, step: OfficeStep, staff: StaffState): OfficesState {
  const need = (id: string): Office =>
    s.offices.find((one) => one.id === id && one.closedAt === undefined) ?? refuse('office-unknown');
  const change = (id: string, to: Partial<Office>): OfficesState => ({
    ...s,
    offices: s.offices.map((one) => (one.id === id ? { ...one, ...to } : one)),
  });
  const isOne = (a: Membership, b: Membership) => a.staff === b.staff && a.office === b.office && a.role === b.role;
  switch (step.step) {
    case 'add-office': {
      const { office } = step;
      if (office.parent !== undefined) need(office.parent);
      else if (s.offices.some(({ parent }) => parent === undefined)) refuse('office-taken');
      if (s.offices.some(({ id }) => id === office.id)) refuse('office-taken');
      return { ...s, offices: [...s.offices, office] };
    }
    case 'rename-office':
      need(step.id);
      return change(step.id, { name: step.name });
    case 'move-office':
      if (need(step.id).parent === undefined) refuse('office-cycle');
      need(step.parent);
      if (isWithin(officesOf(s.offices), step.parent, step.id)) refuse('office-cycle');
      return change(step.id, { parent: step.parent });
    case 'close-office': {
      const below = s.offices.some(({ parent, closedAt }) => parent === step.id && closedAt === undefined);
      if (need(step.id).parent === undefined || below || [...s.owners.values()].includes(step.id))
        refuse('office-in-use');
      const memberships = s.memberships.filter(({ office }) => office !== step.id);
      return { ...change(step.id, { closedAt: step.at }), memberships };
    }
    case 'give-role': {
      const { membership } = step;
      need(membership.office);
      const account = staff.accounts.get(membership.staff);
      if (!account || account.closedAt !== undefined) refuse('account-unknown');
      if (s.memberships.some((one) => isOne(one, membership))) refuse('role-held');
      return { ...s, memberships: [...s.memberships, membership] };
    }
    case 'take-role': {
      const { membership } = step;
      const isTop = membership.office === topOf(officesOf(s.offices))?.id;
      if (membership.role === 'administrator' && isTop) guardAdministrator(s, membership.staff, staff);
      const left = s.memberships.filter((one) => !isOne(one, membership));
      if (left.length === s.memberships.length) refuse('role-unknown');
      return { ...s, memberships: left };
    }
    case 'own-service':
      need(step.office);
      if (s.owners.has(step.service)) refuse('owner-known');
      return { ...s, owners: new Map(s.owners).set(step.service, step.office) };
    case 'move-service':
      need(step.to);
      if (s.owners.get(step.service) !== step.from || step.from === step.to) refuse('owner-other');
      return { ...s, owners: new Map(s.owners).set(step.service, step.to) };
    case 'settle-former-role':
      // Nothing here is from before.
      return refuse('role-unknown');
  }
}

/**
 * Offices and roles in the order in which they were made, owners by service. There are never former roles: a memory is
 * no older than offices.
 */
export const officeReads = (state: () => OfficesState): OfficeReads => {
  const owners = (): readonly ServiceOwner[] =>
    [...state().owners]
      .map(([service, office]) => ({ service, office }))
      .sort((a, b) => (a.service < b.service ? -1 : 1));
  return {
    async offices() {
      return state().offices;
    },
    async membershipsOf(staff) {
      return state().memberships.filter((one) => one.staff === staff);
    },
    async memberships() {
      return state().memberships;
    },
    async serviceOwner(service) {
      return owners().find((one) => one.service === service);
    },
    async serviceOwners() {
      return owners();
    },
    async formerRoles() {
      return [];
    },
  };
};
