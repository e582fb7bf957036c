/**
 * Who of the county's staff is asking. All have accounts of one kind; what each may do is decided by `access/`, from records
 * read with every request.
 */
import type { Context } from 'hono';
import { signedIn, signInFirst, touchSession } from '../../accounts/session.ts';
import { mayAnywhere, type Person } from '../access/may.ts';
import { notYours } from '../access/services.ts';
import type { Verb } from '../access/verbs.ts';
import type { County } from '../county.ts';
import type { Desk } from '../desks/storage.ts';
import { officesOf } from '../offices/tree.ts';
import { staffParty } from './party.ts';
import type { StaffRole } from './role.ts';

export type { StaffRole } from './role.ts';

export interface CountyStaff extends Person {
  /** The desk 櫃檯 that this sign-in has open. */
  readonly desk?: Desk;
  /** As the session has it. */
  readonly outUntil?: Date;
  /** Goes into every form of this session. */
  readonly csrf: string;
  /** SHA-256 of the cookie. */
  readonly sessionHash: string;
}

export const everyRole: readonly StaffRole[] = [
  'clerk',
  'designer',
  'approver',
  'publisher',
  'case-officer',
  'auditor',
  'administrator',
];

export const roleNames: { readonly [Role in StaffRole]: string } = {
  clerk: '櫃檯人員',
  designer: '表單設計人員',
  approver: '核定人員',
  publisher: '發布人員',
  'case-officer': '承辦人員',
  auditor: '稽核人員',
  administrator: '管理人員',
};

/**
 * The person of the staff who asks, who may do this in some office at least; without a verb whoever is signed in. Counts as
 * activity.
 * @throws without a session: 303 to the sign-in page where a page was asked, else 401 `staff-sign-in`; 403 `staff-role`
 */
export async function requireStaff(county: County, c: Context, verb?: Verb): Promise<CountyStaff> {
  const party = staffParty(county);
  const staff = await currentStaff(county, c);
  if (!staff) throw signInFirst(party, c);
  if (verb && !mayAnywhere(staff, verb)) throw notYours();
  await touchSession(party, c, staff.sessionHash);
  return staff;
}

/** → undefined when nobody is signed in */
export async function currentStaff(county: County, c: Context): Promise<CountyStaff | undefined> {
  const found = await signedIn(staffParty(county), c);
  if (!found) return undefined;
  const { account, session, csrf } = found;
  const { id, name } = account;
  const { outUntil } = session;
  const desk = session.desk === undefined ? undefined : await county.storage.desk(session.desk);
  const memberships = await county.storage.membershipsOf(id);
  const offices = officesOf(await county.storage.offices());
  return {
    id,
    name,
    memberships,
    offices,
    ...(desk && { desk }),
    ...(outUntil !== undefined && { outUntil }),
    sessionHash: session.hash,
    csrf,
  };
}
