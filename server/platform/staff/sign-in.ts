/**
 * Signing in: login name, password and code together, so that nobody learns which of them was wrong. Tries are counted
 * before anything is looked at: many at once are as limited as one after the other. Who spoils a colleague's tries keeps
 * nobody out but whoever tries from the same place.
 */
import { staffTry } from '../../accounts/sign-in-limits.ts';
import type { Caller } from '../caller.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import { normalLogin } from '../../accounts/enrolment.ts';
import { isPassword } from '../../accounts/password.ts';
import { openTotp, stepOfCode } from '../../accounts/second-factor.ts';
import { newSession, recordAction } from './session.ts';

export type SignIn =
  { readonly kind: 'in'; readonly secret: string; readonly staffId: string } | { readonly kind: 'wrong' };

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
  const { storage, clock, keys, log, limiter, browsers } = platform;
  const login = normalLogin(typed);
  const at = clock.now();
  const found = await storage.staffByLogin(login);
  const account = found?.closedAt ? undefined : found;
  const browser = account && browsers.idFor(caller.known, account.id);
  const work = [{ budget: 'staff-work', who: caller.address }] as const;
  await limiter.require(work);
  const taking = await limiter.take(staffTry({ login, caller, browser }));
  const right = await isPassword(password, account?.password).catch(async (error: unknown) => {
    await taking.back();
    throw error;
  });
  await limiter.count(work);
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
