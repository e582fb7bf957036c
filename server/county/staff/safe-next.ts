import { isStaffPath } from '../addresses.ts';
import type { County } from '../county.ts';

/** Only pages of the staff: a sign-in page must not send people elsewhere. */
export function safeNext({ addresses }: Pick<County, 'addresses'>, next: string | undefined): string | undefined {
  if (!next || !URL.canParse(next, 'http://staff.invalid')) return undefined;
  const { origin, pathname, search } = new URL(next, 'http://staff.invalid');
  const ours = isStaffPath(addresses, pathname) && !pathname.startsWith('/staff/sign-');
  return origin === 'http://staff.invalid' && ours ? pathname + search : undefined;
}
