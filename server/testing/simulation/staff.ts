/** Clerks and staff: in with a mistake now and then, a look at their page, out again. */
import { bytesOfBase32, codeAt } from '../../accounts/second-factor.ts';
import { sandboxStaff as countyStaff } from '../../county/staff/sandbox-staff.ts';
import { sandboxStaff as platformStaff } from '../../platform/staff/sandbox-staff.ts';
import type { Doing } from './agenda.ts';
import { urls } from './parties.ts';
import type { Random } from './random.ts';
import { formOf, type Visitor, type World } from './visitor.ts';

export interface StaffMember {
  readonly login: string;
  readonly password: string;
  readonly totpSecret: string;
  readonly signIn: string;
}

export const staffMembers: readonly StaffMember[] = [
  ...platformStaff.map((one) => ({ ...one, signIn: `${urls.platform}/operator/sign-in` })),
  ...countyStaff.slice(0, 6).map((one) => ({ ...one, signIn: `${urls.county}/staff/sign-in` })),
];

export async function* atWork(
  { tally, now }: World & { readonly now: () => Date },
  { login, password, totpSecret, signIn }: StaffMember,
  { visitor, random, mistakes }: { readonly visitor: Visitor; readonly random: Random; readonly mistakes: number },
): Doing {
  let page = await visitor.open(signIn);
  for (let left = mistakes; left >= 0 && formOf(page, 'sign-in'); left -= 1) {
    // A code is good once in each half minute.
    yield random.whole(31, 60) * 1000;
    const code = codeAt(bytesOfBase32(totpSecret), now());
    page = await visitor.submit(page, 'sign-in', { login, password: left > 0 ? `${password}?` : password, code });
  }
  if (formOf(page, 'sign-in')) return tally.lost(visitor.actor, `POST ${signIn}`, `${login} ended at ${page.status}`);
  yield random.whole(10, 200) * 1000;
  if (formOf(page, 'sign-out')) await visitor.submit(page, 'sign-out');
}
