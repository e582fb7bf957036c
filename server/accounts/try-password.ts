/**
 * A password is tried: counted before it is looked at, so that many at once are as limited as one after the other, and for what
 * it costs too, right or wrong. Who spoils a colleague's tries keeps nobody out but whoever tries from the same place.
 */
import type { Caller } from '../limits/caller.ts';
import type { KnownBrowsers } from '../limits/known-browser.ts';
import type { Limiter, Taking } from '../limits/limiter.ts';
import { isPassword } from './password.ts';
import { staffTry } from './sign-in-limits.ts';

export interface Tried {
  readonly right: boolean;
  /** To be told where the whole sign-in was right. */
  readonly taking: Taking;
}

/** @param account whose login it is, if anybody's @throws TooMany, and 503 `busy` */
export async function tryPassword(
  { limiter, browsers }: { readonly limiter: Limiter; readonly browsers: KnownBrowsers },
  { login, password, caller }: { readonly login: string; readonly password: string; readonly caller: Caller },
  account: { readonly id: string; readonly password: string } | undefined,
): Promise<Tried> {
  const browser = account && browsers.idFor(caller.known, account.id);
  const work = [{ budget: 'staff-work', who: caller.address }] as const;
  await limiter.require(work);
  const taking = await limiter.take(staffTry({ login, caller, browser }));
  const right = await isPassword(password, account?.password).catch(async (error: unknown) => {
    await taking.back();
    throw error;
  });
  await limiter.count(work);
  return { right, taking };
}
