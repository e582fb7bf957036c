/**
 * Limits guessing. A try is taken before the check and given back when the guess was right, so that no race gets more;
 * a wrong one stays for fifteen minutes.
 */
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';

const limit = 5;

export interface Try {
  settle(right: boolean): Promise<void>;
}

/**
 * @param keys what tries are counted by
 * @param guess what is tried
 * Throws 429 `too-many-tries`.
 */
export async function takeTry({ storage, clock, seals }: County, keys: readonly string[], guess: string): Promise<Try> {
  const now = clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - lifetimes.identityLockout.ms).toISOString();
  const hashed = keys.map((key) => ({ key: seals.hash('try', key), guess: seals.hash('try', guess) }));
  const taken = await storage.commit(hashed.map((one) => ({ step: 'take-try', ...one, at, since, limit })));
  if (!taken.ok) throw countyError('too-many-tries', { 'retry-after': String(lifetimes.identityLockout.ms / 1000) });
  return {
    async settle(right) {
      await storage.commit(hashed.map((one) => ({ step: right ? 'give-back-try' : 'keep-try', ...one })));
    },
  };
}
