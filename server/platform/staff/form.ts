/** Forms of the console: signed in, in that role, not forged; then their text fields. */
import type { Context } from 'hono';
import { requireStaffCsrf } from '../../accounts/session.ts';
import type { Platform } from '../platform.ts';
import { requireStaff, type Role, type Staff } from './session.ts';

export type StaffForm = Readonly<Record<string, string | undefined>>;

/** A route that takes a form of one of these roles. */
export const staffForm =
  (
    platform: Platform,
    roles: readonly Role[],
    handle: (c: Context, staff: Staff, form: StaffForm, files: Readonly<Record<string, File>>) => Promise<Response>,
  ) =>
  async (c: Context): Promise<Response> => {
    const staff = await requireStaff(platform, c, roles);
    const body: Readonly<Record<string, string | File>> = await c.req.parseBody();
    const entries = Object.entries(body);
    const texts = Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const files = Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [] : [[name, value]])),
    );
    requireStaffCsrf(staff, texts['csrf']);
    return handle(c, staff, texts, files);
  };

/** A route that shows something to these roles. */
export const staffPage =
  (platform: Platform, roles: readonly Role[], show: (c: Context, staff: Staff) => Promise<Response>) =>
  async (c: Context): Promise<Response> =>
    show(c, await requireStaff(platform, c, roles));

/** Every value of one name, e.g. of ticked boxes. */
export async function allOf(c: Context, name: string): Promise<readonly string[]> {
  const body: Readonly<Record<string, unknown>> = await c.req.parseBody({ all: true });
  return [body[name] ?? []].flat().filter((value) => typeof value === 'string');
}
