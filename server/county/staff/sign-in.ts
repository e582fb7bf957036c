/**
 * Signing in: login name, password and code together, so that nobody learns which of them was wrong. A try is taken before
 * anything is looked at: many at once are as limited as one after the other.
 */
import { normalLogin } from '../../accounts/enrolment.ts';
import { isPassword } from '../../accounts/password.ts';
import { openTotp, stepOfCode } from '../../accounts/second-factor.ts';
import type { County } from '../county.ts';
import { takeTry, type Try } from '../services/tries.ts';
import { HttpError } from '../../http/errors.ts';
import { newSession, recordAction } from './session.ts';

export const tryLimit = 5;
/** Of one address: a password is tried on many accounts as easily as many on one. An office shares one. */
export const addressLimit = 30;

export type SignIn =
  { readonly kind: 'in'; readonly secret: string } | { readonly kind: 'wrong' } | { readonly kind: 'locked' };

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
  /** Of the caller, where it is known. */
  readonly address?: string | undefined;
}

export async function signIn(county: County, { login: typed, password, code, address }: Credentials): Promise<SignIn> {
  const { storage, clock, seals, log } = county;
  const login = normalLogin(typed);
  const at = clock.now();
  const counts = [
    { key: `staff ${login}`, limit: tryLimit },
    ...(address === undefined ? [] : [{ key: `staff address ${address}`, limit: addressLimit }]),
  ];
  let guess: Try;
  try {
    guess = await takeTry(county, counts, JSON.stringify([login, password, code]));
  } catch (error) {
    if (error instanceof HttpError) return { kind: 'locked' };
    throw error;
  }
  const found = await storage.staffByLogin(login);
  const account = found?.closedAt === undefined ? found : undefined;
  const right = await isPassword(password, account?.password);
  const totpStep = account && stepOfCode(openTotp(seals, account.totp, account.id), code, at);
  if (account && right && totpStep !== undefined) {
    const session = newSession(county, account);
    const opened = await storage.commit([
      { step: 'use-code', staffId: account.id, totpStep },
      session.step,
      recordAction(account, { verb: 'sign-in', object: account.login }, at),
    ]);
    if (opened.ok) {
      await guess.settle(true);
      return { kind: 'in', secret: session.secret };
    }
  }
  await guess.settle(false);
  log.warn({ code: 'staff-sign-in' }, 'sign-in refused');
  return { kind: 'wrong' };
}
