/** A resident signed in to their own area: who it is, for how long, and what their forms must carry. */
import type { Context } from 'hono';
import { newSecret, secretHash } from '../../crypto/secret.ts';
import { sameSecret } from '../../http/constant-time.ts';
import { HttpError } from '../../http/errors.ts';
import { lifetimes } from '../../lifetimes.ts';
import { keyedHash } from '../hashes.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { ResidentSession } from '../storage.ts';

/** A browser at the door: nobody in particular, but the same one. */
export interface Visit {
  /** Owns the challenges that are given to it. */
  readonly owner: string;
  readonly csrf: string;
}

export interface OwnSession {
  readonly session: ResidentSession;
  readonly person: VerifiedPerson;
  /** Goes into every form of the resident's own area. */
  readonly csrf: string;
}

/** Cookie names, without the party's prefix. */
const visitCookie = 'me_visit';
export const residentCookie = 'me';

const secretPattern = /^[\w-]{43}$/;

const csrfOf = (platform: Platform, secret: string): string =>
  keyedHash(platform.keys.hashKey, 'csrf', `resident ${secret}`);

/** The visit of this browser; one is begun where there is none. */
export function visitOf(platform: Platform, c: Context): Visit {
  const known = platform.cookies.read(c, visitCookie);
  const secret = known !== undefined && secretPattern.test(known) ? known : newSecret();
  if (secret !== known) platform.cookies.write(c, visitCookie, secret, lifetimes.residentWhole.ms / 1000);
  return { owner: secretHash(secret), csrf: csrfOf(platform, secret) };
}

/** What `person` in a session is sealed as (`person.ts`). */
export const sessionSeal = 'resident-session';

/** → undefined where nobody is signed in, or not any more. Does not count as activity. */
export async function sessionOf(platform: Platform, c: Context): Promise<OwnSession | undefined> {
  const secret = platform.cookies.read(c, residentCookie);
  if (secret === undefined || !secretPattern.test(secret)) return undefined;
  const session = await platform.storage.residentSession(secretHash(secret));
  if (!session || isSessionOver(platform, session)) return undefined;
  const person = await openJson<VerifiedPerson>(platform, session.person, sessionSeal, session.hash);
  return person && { session, person, csrf: csrfOf(platform, secret) };
}

/** 10 minutes without activity, or 60 from sign-in on (`lifetimes.ts`). */
export function isSessionOver({ clock }: Platform, { activeAt, startedAt }: ResidentSession): boolean {
  const now = clock.now().getTime();
  return now - activeAt.getTime() > lifetimes.residentIdle.ms || now - startedAt.getTime() > lifetimes.residentWhole.ms;
}

/** @throws HttpError 403 `csrf` */
export function requireToken({ csrf }: Pick<OwnSession, 'csrf'>, given: unknown): void {
  if (typeof given === 'string' && sameSecret(given, csrf)) return;
  throw new HttpError(403, 'csrf', {
    'zh-Hant': '這一頁已經過期，沒有送出任何資料。請回上一頁，重新整理後再試一次。',
    en: 'This page is out of date and nothing was sent. Please go back, reload and try again.',
  });
}
