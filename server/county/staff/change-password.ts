/** One's own password, at the county. All sessions of the account end, and this browser gets a new one. */
import type { Context, Hono } from 'hono';
import {
  notProved,
  proveChange,
  readChange,
  type ChangeMistake,
  type PasswordChange,
} from '../../accounts/change-password.ts';
import { openTotp } from '../../accounts/second-factor.ts';
import { Elsewhere } from '../../http/errors.ts';
import { callerOf, type Caller } from '../../limits/caller.ts';
import type { County } from '../county.ts';
import { readForm } from './form.ts';
import { giveSession, newSession, recordAction, requireStaff, requireStaffCsrf } from './session.ts';
import type { StaffAccount } from './storage.ts';
import { passwordView } from './views/password.ts';

/**
 * `GET` and `POST /staff/password`, for whoever is signed in. Once the form is sound, a try counts as one of signing
 * in.
 */
export function passwordRoutes(app: Hono, county: County): void {
  const test = county.config.environment === 'test';

  app.get('/password', async (c) => {
    const staff = await requireStaff(county, c);
    return c.html(passwordView({ test, staff, done: c.req.query('done') === '1' }));
  });

  app.post('/password', async (c: Context) => {
    const staff = await requireStaff(county, c);
    const form = await readForm(c);
    requireStaffCsrf(staff, form['csrf']);
    const account = await county.storage.staffAccount(staff.id);
    if (!account) throw new Elsewhere('/staff/sign-in');
    const result = await changePassword(county, account, readChange(form), callerOf(county, c));
    if ('mistakes' in result) return c.html(passwordView({ test, staff, mistakes: result.mistakes }), 422);
    await giveSession(county, c, result.secret);
    return c.redirect('/staff/password?done=1', 303);
  });
}

/** @throws TooMany */
async function changePassword(
  county: County,
  account: StaffAccount,
  form: PasswordChange,
  caller: Caller,
): Promise<{ readonly secret: string } | { readonly mistakes: readonly ChangeMistake[] }> {
  const at = county.clock.now();
  const { id, totp } = account;
  const proved = await proveChange(county, form, { account, totp: () => openTotp(county.seals, totp, id), caller, at });
  if (proved.kind === 'mistakes') return proved;
  const { password, totpStep, taking } = proved;
  const session = newSession(county, account);
  const done = await county.storage.commit([
    { step: 'use-code', staffId: id, totpStep },
    { step: 'renew-account', id, password, totp, totpStep },
    session.step,
    recordAction(account, { verb: 'change-password', object: account.login }, at),
  ]);
  if (!done.ok) return { mistakes: [notProved] };
  await taking.right();
  return { secret: session.secret };
}
