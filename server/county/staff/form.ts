/** Pages and forms of the staff: signed in, allowed, not forged; then the form's text fields. */
import type { Context } from 'hono';
import { requireStaffCsrf } from '../../accounts/session.ts';
import type { Verb } from '../access/verbs.ts';
import type { County } from '../county.ts';
import { requireStaff, type CountyStaff } from './session.ts';

export type StaffForm = Readonly<Record<string, string | undefined>>;

/** The text fields of a form as sent, untrimmed; files are left out, and of a name sent twice the last counts. */
export async function readForm(c: Context): Promise<StaffForm> {
  const body: Readonly<Record<string, unknown>> = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** A route that shows something to whoever may do this in some office. */
export const pageFor =
  (county: County, verb: Verb, show: (c: Context, staff: CountyStaff) => Promise<Response>) =>
  async (c: Context): Promise<Response> =>
    show(c, await requireStaff(county, c, verb));

/** A route that takes a form from them. */
export const formFor =
  (county: County, verb: Verb, handle: (c: Context, staff: CountyStaff, form: StaffForm) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const staff = await requireStaff(county, c, verb);
    const form = await readForm(c);
    requireStaffCsrf(staff, form['csrf']);
    return handle(c, staff, form);
  };

/** One line of words. → undefined where there is none, or too much of it */
export function wordsOf(form: StaffForm, name: string, most = 60): string | undefined {
  const words = (form[name] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return words && [...words].length <= most ? words : undefined;
}
