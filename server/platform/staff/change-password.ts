/** One's own password, at the console. All sessions of the account end, and this browser gets a new one. */
import { notProved, proveChange, type ChangeMistake, type PasswordChange } from '../../accounts/change-password.ts';
import { openTotp } from '../../accounts/second-factor.ts';
import type { Caller } from '../../limits/caller.ts';
import type { Platform } from '../platform.ts';
import type { StaffAccount } from '../storage.ts';
import { newSession, recordAction } from './session.ts';

/** @throws TooMany */
export async function changePassword(
  platform: Platform,
  account: StaffAccount,
  form: PasswordChange,
  caller: Caller,
): Promise<{ readonly secret: string } | { readonly mistakes: readonly ChangeMistake[] }> {
  const at = platform.clock.now();
  const { id, totp } = account;
  const proved = await proveChange(platform, form, {
    account,
    totp: () => openTotp(platform.keys, totp, id),
    caller,
    at,
  });
  if (proved.kind === 'mistakes') return proved;
  const { password, totpStep, taking } = proved;
  const session = newSession(platform, account);
  const done = await platform.storage.commit([
    { step: 'use-code', staffId: id, totpStep },
    { step: 'renew-account', id, password, totp, totpStep },
    session.step,
    recordAction(account, { verb: 'change-password', object: account.login }, at),
  ]);
  if (!done.ok) return { mistakes: [notProved] };
  await taking.right();
  return { secret: session.secret };
}
