/**
 * What a try to sign in as staff is counted for: the account from this browser where it has signed in before, else the
 * account from this address; then the address and the network, and the account itself (`ofTarget`).
 */
import { ofTarget } from '../limits/target.ts';
import type { Spending } from '../limits/limiter.ts';
import type { Networks } from '../limits/network.ts';

/**
 * What one try costs, before it is known to be right; a right one forgets those marked so. From a browser that is known
 * neither address nor network count.
 */
export function staffTry({
  login,
  caller: { address, network },
  browser,
}: {
  /** As it was typed: people type passwords into the wrong field. */
  readonly login: string;
  readonly caller: Networks;
  /** Id of a browser in which this account has signed in before. */
  readonly browser: string | undefined;
}): readonly Spending[] {
  const from = browser === undefined ? `address ${address}` : `browser ${browser}`;
  const here: Spending = { budget: 'staff-account', who: `${from} ${login}`, whenRight: 'forget' };
  if (browser !== undefined) return [here, { budget: 'staff-known', who: `${from} ${login}`, whenRight: 'forget' }];
  return [
    here,
    { budget: 'staff-address', who: address },
    { budget: 'staff-network', who: network },
    ...ofTarget('staff', login, network),
  ];
}
