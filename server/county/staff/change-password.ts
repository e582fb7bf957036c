/** One's own password, at the county. */
import type { Context, Hono } from 'hono';
import { changePassword, readChange } from '../../accounts/change-password.ts';
import { giveSession, requireStaffCsrf } from '../../accounts/session.ts';
import { Elsewhere } from '../../http/errors.ts';
import { callerOf } from '../../limits/caller.ts';
import type { County } from '../county.ts';
import { readForm } from './form.ts';
import { staffParty } from './party.ts';
import { requireStaff } from './session.ts';
import { passwordView } from './views/password.ts';

/**
 * `GET` and `POST /staff/password`, for whoever is signed in. Once the form is sound, a try counts as one of signing
 * in.
 */
export function passwordRoutes(app: Hono, county: County): void {
  const party = staffParty(county);
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
    const result = await changePassword(party, account, readChange(form), callerOf(county, c));
    if ('mistakes' in result) return c.html(passwordView({ test, staff, mistakes: result.mistakes }), 422);
    await giveSession(party, c, result.secret);
    return c.redirect('/staff/password?done=1', 303);
  });
}
