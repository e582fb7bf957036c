/**
 * Who may do what where. Pure, and the only place that decides: a role in an office holds for it and for all offices below,
 * never above or beside. Nothing else counts: no name, no text of a service.
 */
import type { Membership, Office } from '../offices/storage.ts';
import { inTreeOrder, lineOf, type Offices } from '../offices/tree.ts';
import type { StaffRole } from '../staff/role.ts';
import { rolesFor, type Verb } from './verbs.ts';

/** Somebody of the staff, with what is decided from. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly Pick<Membership, 'office' | 'role'>[];
  readonly offices: Offices;
}

type Held = Pick<Person, 'memberships' | 'offices'>;

/** Of an office that is not there, and of one that hangs nowhere, nobody may do anything. */
export function mayIn({ memberships, offices }: Held, verb: Verb, office: string): boolean {
  const line = lineOf(offices, office);
  const roles: readonly StaffRole[] = rolesFor[verb];
  return memberships.some((held) => roles.includes(held.role) && line.includes(held.office));
}

/** For a door that leads to several offices; what is behind it is decided by `mayIn`, each for itself. */
export const mayAnywhere = (person: Held, verb: Verb): boolean =>
  [...person.offices.keys()].some((office) => mayIn(person, verb, office));

/** Open offices where the person may, as a tree is read. */
export const officesFor = (person: Held, verb: Verb): readonly Office[] =>
  inTreeOrder(person.offices).filter(({ id, closedAt }) => closedAt === undefined && mayIn(person, verb, id));

/** Every role that the person holds, wherever. */
export const rolesOf = ({ memberships }: Pick<Held, 'memberships'>): readonly StaffRole[] => [
  ...new Set(memberships.map(({ role }) => role)),
];

/** Roles that the person holds in the office, by themselves or from above. */
export function rolesIn({ memberships, offices }: Held, office: string): readonly StaffRole[] {
  const line = lineOf(offices, office);
  return [...new Set(memberships.filter((held) => line.includes(held.office)).map(({ role }) => role))];
}
