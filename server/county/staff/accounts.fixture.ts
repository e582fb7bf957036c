/** What the county's records hold beside everybody's, for the suite of accounts. */
import type { accountsContract } from '../../accounts/storage.contract.ts';
import type { CountyStorage } from '../storage.ts';
import type { StaffKinds } from './storage.ts';

export const countyAccounts: Parameters<typeof accountsContract<StaffKinds>>[2] = {
  account: (plain) => plain,
  invitation: (plain) => ({ ...plain, roles: [] }),
  actions: (storage) => (storage as CountyStorage).staffActions(9),
};
