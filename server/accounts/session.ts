/** Who of a party's staff is asking: the session behind a request, and its token against forged forms. */
import type { Context } from 'hono';
import { sameSecret } from '../http/constant-time.ts';
import { Elsewhere, HttpError } from '../http/errors.ts';
import { forgetPages } from '../http/security.ts';
import { lifetimes } from '../lifetimes.ts';
import type { CommonStep, StaffParty } from './party.ts';
import { isSecret, newSecret, secretHash } from '../crypto/secret.ts';
import type { Action, Kinds } from './storage.ts';

const cookie = 'staff';

/** Idle too long, or a working day old however busy. */
export const isSessionOver = (
  { startedAt, activeAt }: { readonly startedAt: Date; readonly activeAt: Date },
  now: Date,
): boolean =>
  now.getTime() - activeAt.getTime() >= lifetimes.staffIdle.ms ||
  now.getTime() - startedAt.getTime() >= lifetimes.staffWhole.ms;

export interface SignedIn<Kind extends Kinds> {
  readonly account: Kind['account'];
  readonly session: Kind['session'];
  /** Goes into every form of this session. */
  readonly csrf: string;
}

/** → undefined when nobody is signed in */
export async function signedIn<Kind extends Kinds, Step>(
  { storage, clock, cookies, csrfOf }: StaffParty<Kind, Step>,
  c: Context,
): Promise<SignedIn<Kind> | undefined> {
  const secret = cookies.read(c, cookie);
  if (!isSecret(secret)) return undefined;
  const session = await storage.staffSession(secretHash(secret));
  const account = session && (await storage.staffAccount(session.staffId));
  if (!session || !account || account.closedAt !== undefined || isSessionOver(session, clock.now())) return undefined;
  return { account, session, csrf: csrfOf(secret) };
}

/** A request counts as activity. @throws as `signInFirst` where the session has ended meanwhile */
export async function touchSession<Kind extends Kinds, Step>(
  party: StaffParty<Kind, Step>,
  c: Context,
  hash: string,
): Promise<void> {
  const touched = await party.storage.commit([{ step: 'touch-session', hash, at: party.clock.now() }]);
  if (!touched.ok) throw signInFirst(party, c);
}

/** Each sign-in has a new secret, so that a planted cookie leads nowhere. */
export function newSession(
  { clock }: Pick<StaffParty<Kinds, never>, 'clock'>,
  { id }: { readonly id: string },
): { readonly secret: string; readonly step: Extract<CommonStep<Kinds>, { step: 'open-session' }> } {
  const secret = newSecret();
  const session = { hash: secretHash(secret), staffId: id, startedAt: clock.now() };
  return { secret, step: { step: 'open-session', session } };
}

/** The session that this browser had, if any, ends: nobody else may go on with it. */
export async function giveSession<Kind extends Kinds, Step>(
  { cookies, storage }: StaffParty<Kind, Step>,
  c: Context,
  secret: string,
): Promise<void> {
  const former = cookies.read(c, cookie);
  if (isSecret(former)) await storage.commit([{ step: 'close-session', hash: secretHash(former) }]);
  cookies.write(c, cookie, secret, lifetimes.staffWhole.ms / 1000);
}

/** Nothing of what was shown stays with this browser. */
export function takeSession({ cookies }: Pick<StaffParty<Kinds, never>, 'cookies'>, c: Context): void {
  cookies.clear(c, cookie);
  forgetPages(c);
}

/** Of a form's field `csrf`. @throws 403 `csrf` */
export function requireStaffCsrf({ csrf }: { readonly csrf: string }, given: unknown): void {
  if (typeof given === 'string' && sameSecret(given, csrf)) return;
  throw new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，沒有送出任何資料。請回上一頁，重新整理後再試一次。',
    en: 'This page is out of date and nothing was sent. Please go back, reload and try again.',
  });
}

type Done = Pick<Action, 'verb' | 'object' | 'reason'>;

/** The record of an action; belongs into the same plan as its effect. */
export const recordAction = <Doing extends Done>(
  { id, name }: { readonly id: string; readonly name: string },
  action: Doing,
  at: Date,
): { readonly step: 'record-action'; readonly action: Doing & Action } => ({
  step: 'record-action',
  action: { ...action, at, staffId: id, staffName: name },
});

/** → 303 to the sign-in page where a page was asked, else 401 `staff-sign-in` */
export function signInFirst(
  { signInPath, signInFirst: words }: Pick<StaffParty<Kinds, never>, 'signInPath' | 'signInFirst'>,
  c: Context,
): Error {
  if (!wantsPage(c) || c.req.path.startsWith('/api/')) return new HttpError(401, 'staff-sign-in', words);
  const { pathname, search } = new URL(c.req.url);
  const next = c.req.method === 'GET' ? `?next=${encodeURIComponent(pathname + search)}` : '';
  return new Elsewhere(`${signInPath}${next}`);
}

/** Browsers name HTML; what asks for JSON, or is a file of data, is a program's. */
export function wantsPage(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  if (accept.includes('text/html')) return true;
  return !accept.includes('json') && !/\.(json|ndjson|csv|pdf)$/.test(c.req.path);
}
