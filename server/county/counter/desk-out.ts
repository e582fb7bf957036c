/**
 * When a desk takes no entries: after five wrong ones within 15 minutes, of the clerk or of the desk (手冊 貳-一-(二)-2). Wrong
 * codes are counted here; of barcodes only the platform knows, and what it says is kept with the sign-in.
 */
import { HttpError } from '../../http/errors.ts';
import type { Spending, Taking } from '../../limits/limiter.ts';
import { TooMany } from '../../limits/too-many.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { Clerk } from '../staff/desk.ts';

/** For the person and for the place, so that changing either does not begin anew. A desk enrolled anew has its old number. */
const ofEntry = ({ id, office, counter }: Clerk): readonly Spending[] => [
  { budget: 'clerk', who: id },
  { budget: 'desk', who: `${office} ${counter}` },
];

/** → seconds until entries are taken again, 0 = now */
export async function outFor({ limiter, clock }: County, clerk: Clerk): Promise<number> {
  const counted = await Promise.all(ofEntry(clerk).map((one) => limiter.waitSeconds(one)));
  const told = clerk.outUntil === undefined ? 0 : (clerk.outUntil.getTime() - clock.now().getTime()) / 1000;
  return Math.max(0, Math.ceil(told), ...counted.map((wait) => wait ?? 0));
}

/** @throws 423 `desk-out` */
export async function requireDeskInUse(county: County, clerk: Clerk): Promise<void> {
  const seconds = await outFor(county, clerk);
  if (seconds > 0) throw deskOut(seconds);
}

/** Before a code is looked at. @throws 423 `desk-out` */
export const takeEntry = (county: County, clerk: Clerk): Promise<Taking> =>
  county.limiter.take(ofEntry(clerk)).catch((error: unknown) => {
    throw error instanceof TooMany ? deskOut(error.waitSeconds) : error;
  });

/** Asks the platform; that it takes no more is kept, so that a page loaded anew says so too. */
export async function asking<T>({ storage, clock }: County, clerk: Clerk, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const seconds =
      error instanceof HttpError && error.code === 'desk-out' ? Number(error.headers['retry-after']) : NaN;
    if (seconds > 0) {
      const until = new Date(clock.now().getTime() + seconds * 1000);
      await storage.commit([{ step: 'note-desk-out', hash: clerk.sessionHash, until }]);
    }
    throw error;
  }
}

const deskOut = (seconds: number): HttpError => countyError('desk-out', { 'retry-after': String(seconds) });
