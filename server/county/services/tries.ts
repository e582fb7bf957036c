/**
 * Limits guessing. A try is taken before the check and given back when the guess was right, so that no race gets more;
 * a wrong one stays for fifteen minutes.
 */
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';

export interface TryCount {
  /** What tries are counted by. */
  readonly key: string;
  /** Wrong ones in fifteen minutes. */
  readonly limit: number;
}

export interface Try {
  settle(right: boolean): Promise<void>;
}

/**
 * @param guess what is tried
 * Throws 429 `too-many-tries`.
 */
export async function takeTry(
  { storage, clock, seals }: County,
  counts: readonly TryCount[],
  guess: string,
): Promise<Try> {
  const now = clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - lifetimes.identityLockout.ms).toISOString();
  const hashed = counts.map(({ key, limit }) => ({
    key: seals.hash('try', key),
    guess: seals.hash('try', guess),
    limit,
  }));
  const taken = await storage.commit(hashed.map((one) => ({ step: 'take-try', ...one, at, since })));
  if (!taken.ok) throw countyError('too-many-tries', { 'retry-after': String(lifetimes.identityLockout.ms / 1000) });
  return {
    async settle(right) {
      await storage.commit(
        hashed.map(({ key, guess: tried }) => ({ step: right ? 'give-back-try' : 'keep-try', key, guess: tried })),
      );
    },
  };
}
