/** What a live platform needs of its staff before it starts. */
import type { PlatformStorage } from '../storage.ts';
import { sandboxStaff } from './sandbox-staff.ts';

/** → reasons not to start; every account has a second factor, so an open one is enough */
export async function staffProblems(storage: Pick<PlatformStorage, 'staffAccounts'>): Promise<readonly string[]> {
  const open = (await storage.staffAccounts()).filter(({ closedAt }) => !closedAt);
  const invented = open.filter(({ id }) => sandboxStaff.some(({ login }) => id === `sandbox-${login}`));
  return [
    ...(invented.length
      ? [
          `the database holds invented staff (${invented.map(({ login }) => login).join(', ')}): name a new folder in MYDATA_DATA`,
        ]
      : []),
    ...(open.some(({ id, roles }) => roles.includes('operator') && !invented.some((one) => one.id === id))
      ? []
      : ['no operator has an account with a second factor: make one by `npm run staff -- <login> <name>`']),
  ];
}
