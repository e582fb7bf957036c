/**
 * Signing in: login name, password and code together, so that nobody learns which of them was wrong. Tries are counted
 * before anything is looked at: many at once are as limited as one after the other.
 */
import { lifetimes } from '../../lifetimes.ts';
import { keyedHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import { normalLogin } from '../../accounts/enrolment.ts';
import { isPassword } from '../../accounts/password.ts';
import { openTotp, stepOfCode } from '../../accounts/second-factor.ts';
import { newSession, recordAction } from './session.ts';

export const tryLimit = 5;

export type SignIn =
  | { readonly kind: 'in'; readonly secret: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: Date };

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

export async function signIn(platform: Platform, { login: typed, password, code }: Credentials): Promise<SignIn> {
  const { storage, clock, keys, log } = platform;
  const login = normalLogin(typed);
  const at = clock.now();
  // Counted by a keyed hash: people type passwords into the wrong field.
  const subject = `staff:${keyedHash(keys.hashKey, 'card', `staff ${login}`)}`;
  const counted = await storage.commit([
    { step: 'count-try', subject, at, limit: tryLimit, lockMs: lifetimes.staffLockout.ms },
  ]);
  if (!counted.ok) return { kind: 'locked', until: (await storage.tries(subject))?.lockedUntil ?? at };

  const found = await storage.staffByLogin(login);
  const account = found?.closedAt ? undefined : found;
  const right = await isPassword(password, account?.password);
  const totpStep = account && stepOfCode(openTotp(keys, account.totp, account.id), code, at);
  if (!account || !right || totpStep === undefined) {
    log.warn({ code: 'staff-sign-in' }, 'sign-in refused');
    return { kind: 'wrong' };
  }
  const session = newSession(platform, account);
  const plan: readonly Step[] = [
    { step: 'use-code', staffId: account.id, totpStep },
    { step: 'forgive-tries', subject },
    session.step,
    recordAction(account, { verb: 'sign-in', object: account.login }, at),
  ];
  return (await storage.commit(plan)).ok ? { kind: 'in', secret: session.secret } : { kind: 'wrong' };
}
