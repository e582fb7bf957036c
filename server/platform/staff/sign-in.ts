/**
 * Signing in: login name, password and code together, so that nobody learns which of them was wrong
 * (`try-password.ts` owns what a try is counted for).
 */
import type { Caller } from '../../limits/caller.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import { normalLogin } from '../../accounts/enrolment.ts';
import { openTotp, stepOfCode } from '../../accounts/second-factor.ts';
import { signInErrors } from '../../accounts/read-sign-in.ts';
import { tryPassword } from '../../accounts/try-password.ts';
import type { FieldError } from '../../http/typed-fields.ts';
import { newSession, recordAction } from './session.ts';

export type SignIn =
  | { readonly kind: 'in'; readonly secret: string; readonly staffId: string }
  | { readonly kind: 'wrong' }
  /** Cannot be what is asked: no try. */
  | { readonly kind: 'unreadable'; readonly errors: readonly FieldError[] };

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
  readonly caller: Caller;
}

/** @throws TooMany */
export async function signIn(
  platform: Platform,
  { login: typed, password, code, caller }: Credentials,
): Promise<SignIn> {
  const { storage, clock, keys, log } = platform;
  const errors = signInErrors({ login: typed, password, code });
  if (errors.length) {
    await platform.limiter.take([{ budget: 'staff-work', who: caller.address }]);
    return { kind: 'unreadable', errors };
  }
  const login = normalLogin(typed);
  const at = clock.now();
  const found = await storage.staffByLogin(login);
  const account = found?.closedAt ? undefined : found;
  const { right, taking } = await tryPassword(platform, { login, password, caller }, account);
  const totpStep = account && stepOfCode(openTotp(keys, account.totp, account.id), code, at);
  if (!account || !right || totpStep === undefined) {
    log.warn({ code: 'staff-sign-in' }, 'sign-in refused');
    return { kind: 'wrong' };
  }
  const session = newSession(platform, account);
  const plan: readonly Step[] = [
    { step: 'use-code', staffId: account.id, totpStep },
    session.step,
    recordAction(account, { verb: 'sign-in', object: account.login }, at),
  ];
  if (!(await storage.commit(plan)).ok) return { kind: 'wrong' };
  await taking.right();
  return { kind: 'in', secret: session.secret, staffId: account.id };
}
