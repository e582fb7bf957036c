/** Limits guessing. A try is taken before the check and given back when the guess was right, so that no race gets more. */
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';

const limit = 5;

/** → call it when the guess was right. Throws 429 `too-many-tries`. */
export async function takeTry(county: County, keys: readonly string[]): Promise<() => Promise<void>> {
  const now = county.clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - lifetimes.identityLockout.ms).toISOString();
  const hashed = keys.map((key) => county.seals.hash('try', key));
  const taken = await county.storage.commit(hashed.map((key) => ({ step: 'take-try', key, at, since, limit })));
  if (!taken.ok) throw countyError('too-many-tries', { 'retry-after': String(lifetimes.identityLockout.ms / 1000) });
  return async () => {
    await county.storage.commit(hashed.map((key) => ({ step: 'give-back-try', key, at })));
  };
}
