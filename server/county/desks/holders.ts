/** Which desks are open, and who has each now: a sign-in that is over has none. */
import { isSessionOver } from '../../accounts/session.ts';
import type { County } from '../county.ts';
import type { Desk } from './storage.ts';

/** As residents and colleagues read it. */
export const deskName = ({ number }: Pick<Desk, 'number'>): string => `${number} 號櫃檯`;

export interface Holders {
  readonly desks: readonly Desk[];
  readonly of: (desk: string) => { readonly id: string; readonly name: string } | undefined;
}

/** Open desks by office and number, and by id who has one: account and name. */
export async function holdersOf({ storage, clock }: Pick<County, 'storage' | 'clock'>): Promise<Holders> {
  const now = clock.now();
  const names = new Map((await storage.staffAccounts()).map(({ id, name }) => [id, name]));
  const held = new Map(
    (await storage.deskHolders())
      .filter((one) => !isSessionOver(one, now))
      .map(({ desk, staffId }) => [desk, { id: staffId, name: names.get(staffId) ?? staffId }]),
  );
  return {
    desks: (await storage.desks()).filter(({ closedAt }) => closedAt === undefined),
    of: (desk) => held.get(desk),
  };
}
