/**
 * Signing in: login name, password and code together, so that nobody learns which of them was wrong
 * (`try-password.ts` owns what a try is counted for).
 */
import type { FieldError } from '../http/typed-fields.ts';
import type { Caller } from '../limits/caller.ts';
import { normalLogin } from './enrolment.ts';
import type { StaffParty } from './party.ts';
import { signInErrors } from './read-sign-in.ts';
import { openTotp, stepOfCode } from './second-factor.ts';
import { newSession, recordAction } from './session.ts';
import type { Kinds } from './storage.ts';
import { tryPassword } from './try-password.ts';

export type SignIn =
  | { readonly kind: 'in'; readonly secret: string; readonly staffId: string }
  | { readonly kind: 'wrong' }
  /** Cannot be what is asked: no try. */
  | { readonly kind: 'unreadable'; readonly errors: readonly FieldError[] };

interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly code: string;
  readonly caller: Caller;
}

/** @throws TooMany */
export async function signIn<Kind extends Kinds, Step>(
  party: StaffParty<Kind, Step>,
  { login: typed, password, code, caller }: Credentials,
): Promise<SignIn> {
  const { storage, clock, keys, log } = party;
  const errors = signInErrors({ login: typed, password, code });
  if (errors.length) {
    await party.limiter.take([{ budget: 'staff-work', who: caller.address }]);
    return { kind: 'unreadable', errors };
  }
  const login = normalLogin(typed);
  const at = clock.now();
  const found = await storage.staffByLogin(login);
  const account = found?.closedAt === undefined ? found : undefined;
  const { right, taking } = await tryPassword(party, { login, password, caller }, account);
  const totpStep = account && stepOfCode(openTotp(keys, account.totp, account.id), code, at);
  if (account && right && totpStep !== undefined) {
    const session = newSession(party, account);
    const opened = await storage.commit([
      { step: 'use-code', staffId: account.id, totpStep },
      session.step,
      party.record(recordAction(account, { verb: 'sign-in', object: account.login }, at).action),
    ]);
    if (opened.ok) {
      await taking.right();
      return { kind: 'in', secret: session.secret, staffId: account.id };
    }
  }
  log.warn({ code: 'staff-sign-in' }, 'sign-in refused');
  return { kind: 'wrong' };
}
