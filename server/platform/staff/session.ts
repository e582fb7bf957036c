/** Who is at the console: the person of a session, with the roles that they have. */
import type { Context } from 'hono';
import { signedIn, signInFirst, touchSession } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import type { Role } from '../storage.ts';
import { staffParty } from './party.ts';

export type { Role } from '../storage.ts';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Set for a service provider's people: they see what is theirs only. */
  readonly organisationId?: string;
  /** Goes into every form of this session. */
  readonly csrf: string;
  /** SHA-256 of the cookie. */
  readonly sessionHash: string;
}

export const everyRole: readonly Role[] = ['reviewer', 'operator', 'auditor', 'service-provider'];
export const platformRoles: readonly Role[] = ['reviewer', 'operator', 'auditor'];

/**
 * The person at the console, who has one of these roles. Counts as activity.
 * @throws without a session: 303 to the sign-in page where a page was asked, else 401 `staff-sign-in`; 403 `staff-role`
 */
export async function requireStaff(platform: Platform, c: Context, roles: readonly Role[]): Promise<Staff> {
  const party = staffParty(platform);
  const staff = await currentStaff(platform, c);
  if (!staff) throw signInFirst(party, c);
  if (!staff.roles.some((role) => roles.includes(role))) throw notYours();
  await touchSession(party, c, staff.sessionHash);
  return staff;
}

/** → undefined when nobody is signed in */
export async function currentStaff(platform: Platform, c: Context): Promise<Staff | undefined> {
  const found = await signedIn(staffParty(platform), c);
  if (!found) return undefined;
  const { id, name, roles, organisationId } = found.account;
  return { id, name, roles, organisationId, sessionHash: found.session.hash, csrf: found.csrf };
}

/** Of the platform: not of a service provider’s organisation. */
export const isOperator = (staff: Staff): boolean => staff.roles.includes('operator');

const notYours = (): HttpError =>
  new HttpError(403, 'staff-role', {
    'zh-Hant': '您的帳號沒有使用這個功能的權限。需要時，請洽平臺的維運人員。',
    en: 'Your account may not use this. Please ask an operator of the platform where you need it.',
  });
