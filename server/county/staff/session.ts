/**
 * Who of the county's staff is asking: the session behind a request, its token against forged forms, and the record of what
 * it does. All have accounts of one kind; what each may do is decided by `access/`, from records read with every request.
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { isSessionOver, wantsPage } from '../../accounts/session.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { Elsewhere, HttpError } from '../../http/errors.ts';
import { forgetPages } from '../../http/security.ts';
import { mayAnywhere, type Person } from '../access/may.ts';
import { notYours } from '../access/services.ts';
import type { Verb } from '../access/verbs.ts';
import type { Desk } from '../desks/storage.ts';
import { officesOf } from '../offices/tree.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { isToken, newToken } from '../seals.ts';
import type { CountyStep } from '../storage.ts';
import type { Instant } from '../instant.ts';
import type { StaffAccount, StaffAction } from './storage.ts';
import type { StaffRole } from './role.ts';

export type { StaffRole } from './role.ts';

export interface CountyStaff extends Person {
  /** The desk 櫃檯 that this sign-in has open. */
  readonly desk?: Desk;
  /** As the session has it. */
  readonly outUntil?: Instant;
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

const cookie = 'staff';

/**
 * The person of the staff who asks, who may do this in some office at least; without a verb whoever is signed in. Counts as
 * activity.
 * @throws without a session: 303 to the sign-in page where a page was asked, else 401 `staff-sign-in`; 403 `staff-role`
 */
export async function requireStaff(county: County, c: Context, verb?: Verb): Promise<CountyStaff> {
  const staff = await currentStaff(county, c);
  if (!staff) throw signInFirst(c);
  if (verb && !mayAnywhere(staff, verb)) throw notYours();
  const touched = await county.storage.commit([
    { step: 'touch-session', hash: staff.sessionHash, at: county.clock.now().toISOString() },
  ]);
  if (!touched.ok) throw signInFirst(c);
  return staff;
}

/** → undefined when nobody is signed in */
export async function currentStaff(county: County, c: Context): Promise<CountyStaff | undefined> {
  const secret = county.cookies.read(c, cookie);
  if (!isToken(secret)) return undefined;
  const sessionHash = secretHash(secret);
  const session = await county.storage.staffSession(sessionHash);
  const account = session && (await county.storage.staffAccount(session.staffId));
  if (!session || !account || account.closedAt !== undefined) return undefined;
  const times = { startedAt: new Date(session.startedAt), activeAt: new Date(session.activeAt) };
  if (isSessionOver(times, county.clock.now())) return undefined;
  const { id, name } = account;
  const { outUntil } = session;
  const desk = session.desk === undefined ? undefined : await county.storage.desk(session.desk);
  const csrf = county.seals.hash('staff-csrf', secret);
  const memberships = await county.storage.membershipsOf(id);
  const offices = officesOf(await county.storage.offices());
  return {
    id,
    name,
    memberships,
    offices,
    ...(desk && { desk }),
    ...(outUntil !== undefined && { outUntil }),
    sessionHash,
    csrf,
  };
}

/** For random secrets of ours: nothing to guess, so no key is needed. → hex */
export const secretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');

/** Each sign-in has a new secret, so that a planted cookie leads nowhere. */
export function newSession(
  county: Pick<County, 'clock'>,
  { id }: Pick<StaffAccount, 'id'>,
): { readonly secret: string; readonly step: CountyStep } {
  const secret = newToken();
  const startedAt = county.clock.now().toISOString();
  const session = { hash: secretHash(secret), staffId: id, startedAt };
  return { secret, step: { step: 'open-session', session } };
}

/** The session that this browser had, if any, ends: nobody else may go on with it. */
export async function giveSession(county: County, c: Context, secret: string): Promise<void> {
  const former = county.cookies.read(c, cookie);
  if (isToken(former)) await county.storage.commit([{ step: 'close-session', hash: secretHash(former) }]);
  county.cookies.write(c, cookie, secret, lifetimes.staffWhole.ms / 1000);
}

/**
 * After signing out: the cookie goes, and what the browser keeps of pages. The session itself is ended by the plan
 * before.
 */
export function takeSession(county: County, c: Context): void {
  county.cookies.clear(c, cookie);
  forgetPages(c);
}

/** Of a form's field `csrf`. @throws 403 `csrf` */
export function requireStaffCsrf(staff: CountyStaff, given: unknown): void {
  if (typeof given === 'string' && sameSecret(given, staff.csrf)) return;
  throw new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，沒有送出任何資料。請回上一頁，重新整理後再試一次。',
    en: 'This page is out of date and nothing was sent. Please go back, reload and try again.',
  });
}

/** The record of an action; belongs into the same plan as its effect. */
export const recordAction = (
  { id, name }: Pick<CountyStaff, 'id' | 'name'>,
  action: Pick<StaffAction, 'verb' | 'object' | 'office' | 'reason'>,
  at: Date,
): CountyStep => ({
  step: 'record-action',
  action: { ...action, at: at.toISOString(), staffId: id, staffName: name },
});

function signInFirst(c: Context): Error {
  if (wantsPage(c) && !c.req.path.startsWith('/api/')) {
    const { pathname, search } = new URL(c.req.url);
    const next = c.req.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : '';
    return new Elsewhere(`/staff/sign-in${next}`);
  }
  return new HttpError(401, 'staff-sign-in', {
    'zh-Hant': '請先登入機關人員專區。登入後，畫面上已輸入的內容請再確認一次。',
    en: 'Please sign in as staff of the county first.',
  });
}
