/** Who is at the console: the session behind a request, its role, its token against forged forms, and the record of what it does. */
import type { Context } from 'hono';
import { isSessionOver, wantsPage } from '../../accounts/session.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { Elsewhere, HttpError } from '../../http/errors.ts';
import { forgetPages } from '../../http/security.ts';
import { lifetimes } from '../../lifetimes.ts';
import { keyedHash, newSecret, secretHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Role, StaffAccount, Step } from '../storage.ts';

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

const cookie = 'staff';

export const everyRole: readonly Role[] = ['reviewer', 'operator', 'auditor', 'service-provider'];
export const platformRoles: readonly Role[] = ['reviewer', 'operator', 'auditor'];

/**
 * The person at the console, who has one of these roles. Counts as activity.
 * @throws without a session: 303 to the sign-in page where a page was asked, else 401 `staff-sign-in`; 403 `staff-role`
 */
export async function requireStaff(platform: Platform, c: Context, roles: readonly Role[]): Promise<Staff> {
  const staff = await currentStaff(platform, c);
  if (!staff) throw signInFirst(c);
  if (!staff.roles.some((role) => roles.includes(role))) throw notYours();
  const touched = await platform.storage.commit([
    { step: 'touch-session', hash: staff.sessionHash, at: platform.clock.now() },
  ]);
  if (!touched.ok) throw signInFirst(c);
  return staff;
}

/** → undefined when nobody is signed in */
export async function currentStaff(platform: Platform, c: Context): Promise<Staff | undefined> {
  const secret = platform.cookies.read(c, cookie);
  if (!secret || !/^[\w-]{43}$/.test(secret)) return undefined;
  const sessionHash = secretHash(secret);
  const session = await platform.storage.staffSession(sessionHash);
  const account = session && (await platform.storage.staffAccount(session.staffId));
  if (!session || !account || account.closedAt || isSessionOver(session, platform.clock.now())) return undefined;
  const { id, name, roles, organisationId } = account;
  return { id, name, roles, organisationId, sessionHash, csrf: csrfOf(platform, secret) };
}

const csrfOf = (platform: Platform, secret: string): string =>
  keyedHash(platform.keys.hashKey, 'csrf', `staff ${secret}`);

/** Each sign-in has a new secret, so that a planted cookie leads nowhere. */
export function newSession(
  platform: Platform,
  account: StaffAccount,
): { readonly secret: string; readonly step: Step } {
  const secret = newSecret();
  const session = { hash: secretHash(secret), staffId: account.id, startedAt: platform.clock.now() };
  return { secret, step: { step: 'open-session', session } };
}

/** The session that this browser had, if any, ends: nobody else may go on with it. */
export async function giveSession(platform: Platform, c: Context, secret: string): Promise<void> {
  const former = platform.cookies.read(c, cookie);
  if (former) await platform.storage.commit([{ step: 'close-session', hash: secretHash(former) }]);
  platform.cookies.write(c, cookie, secret, lifetimes.staffWhole.ms / 1000);
}

export function takeSession(platform: Platform, c: Context): void {
  platform.cookies.clear(c, cookie);
  forgetPages(c);
}

/** @throws 403 `csrf` */
export function requireStaffCsrf(staff: Staff, given: unknown): void {
  if (typeof given === 'string' && sameSecret(given, staff.csrf)) return;
  throw new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，沒有送出任何資料。請回上一頁，重新整理後再試一次。',
    en: 'This page is out of date and nothing was sent. Please go back, reload and try again.',
  });
}

/** The record of an action; belongs into the same plan as its effect. */
export const recordAction = (
  staff: Pick<Staff, 'id' | 'name'>,
  action: { readonly verb: string; readonly object: string; readonly reason?: string },
  at: Date,
): Step => ({ step: 'record-action', action: { ...action, at, staffId: staff.id, staffName: staff.name } });

export const isOperator = (staff: Staff): boolean => staff.roles.includes('operator');

function signInFirst(c: Context): Error {
  if (wantsPage(c)) {
    const { pathname, search } = new URL(c.req.url);
    const next = c.req.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : '';
    return new Elsewhere(`/operator/sign-in${next}`);
  }
  return new HttpError(401, 'staff-sign-in', {
    'zh-Hant': '請先登入維運平臺。',
    en: 'Please sign in to the console first.',
  });
}

const notYours = (): HttpError =>
  new HttpError(403, 'staff-role', {
    'zh-Hant': '您的帳號沒有使用這個功能的權限。需要時，請洽平臺的維運人員。',
    en: 'Your account may not use this. Please ask an operator of the platform where you need it.',
  });
