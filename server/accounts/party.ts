import type { Text } from '#schemas/text.ts';
import type { Clock, Log } from '../context.ts';
import type { Cookies } from '../http/cookies.ts';
import type { KnownBrowsers } from '../limits/known-browser.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { HashKey } from './second-factor.ts';
import type { Account, AccountReads, AccountStep, Action, Kinds } from './storage.ts';

/** What is done alike at every party, whatever else its records hold. */
export type CommonStep<Kind extends Kinds> = Exclude<
  AccountStep<Kind>,
  { readonly step: 'add-account' | 'record-action' }
>;

/** A party with a staff: its own records, keys and names, under the rules that are everybody's. */
export interface StaffParty<Kind extends Kinds, Step> {
  readonly storage: AccountReads<Kind> & {
    commit(
      plan: readonly (Step | CommonStep<Kind>)[],
    ): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;
  };
  readonly clock: Clock;
  readonly log: Log;
  readonly cookies: Cookies;
  readonly limiter: Limiter;
  readonly browsers: KnownBrowsers;
  /** Seals the second factors. */
  readonly keys: HashKey;
  /** The token against forged forms that belongs to a session's secret. */
  readonly csrfOf: (secret: string) => string;
  readonly newId: () => string;
  /** Path of the page for signing in. */
  readonly signInPath: string;
  readonly signInFirst: Text;
  /** A one-time link without its secret. */
  readonly joinAddress: string;
  /** Makes the account of an invitation, with all that goes with it. */
  readonly join: (invitation: Kind['invitation'], account: Omit<Account, 'closedAt'>) => readonly Step[];
  /** @param invitation where one was taken up */
  readonly record: (action: Action, invitation?: Kind['invitation']) => Step;
}
