/**
 * A desk 櫃檯 of a service provider, and how long it is out of use after too many wrong entries (手冊 貳-一-(二)-2). They count
 * for the desk and for the clerk: whoever changes the desk's number takes them along. Both are told apart by whose they are,
 * so nobody puts another's out of use.
 */
import type { Spending } from '../../limits/limiter.ts';
import { TooMany } from '../../limits/too-many.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { deskKey } from './serial.ts';

/** As the service provider names it; shown to the resident, and kept with what it presented. */
export interface Desk {
  readonly id: string;
  readonly agency: string;
  readonly counter: string;
  readonly clerk: string;
}

export interface Locked {
  readonly kind: 'locked';
  readonly retryAfterSeconds: number;
}

/** Keyed hashes of the place and of the person who types. */
export interface Entering {
  readonly desk: string;
  readonly clerk: string;
}

/** The services of one organisation share its desks; one of a file that names no organisation has its own. */
export function enteringAt({ keys }: Platform, { clientId, standing }: Client, { id, clerk }: Desk): Entering {
  const owner = standing?.organisationId ?? clientId;
  return { desk: deskKey(keys, owner, id), clerk: deskKey(keys, owner, `clerk ${clerk}`) };
}

/** → undefined while it is in use */
export async function lockOf({ limiter }: Platform, entering: Entering): Promise<Locked | undefined> {
  const waits = await Promise.all(spent(entering).map((one) => limiter.waitSeconds(one)));
  const longest = Math.max(...waits.map((wait) => wait ?? 0));
  return longest > 0 ? { kind: 'locked', retryAfterSeconds: longest } : undefined;
}

/** Counts a wrong entry before it is told. → the lock, if there was one (`counted` is false then) or this was the fifth */
export async function mistaken(
  platform: Platform,
  entering: Entering,
): Promise<{ readonly counted: boolean; readonly locked?: Locked | undefined }> {
  try {
    await platform.limiter.take(spent(entering));
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return { counted: false, locked: { kind: 'locked', retryAfterSeconds: error.waitSeconds } };
  }
  return { counted: true, locked: await lockOf(platform, entering) };
}

const spent = ({ desk, clerk }: Entering): readonly Spending[] => [
  { budget: 'clerk', who: clerk },
  { budget: 'desk', who: desk },
];

/** Name of the place, as the resident reads it. */
export const placeOf = ({ agency, counter }: Pick<Desk, 'agency' | 'counter'>): string => `${agency} ${counter}`;
