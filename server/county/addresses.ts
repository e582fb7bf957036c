/**
 * Where the pages are that people are sent to: templates of the organisation, as its installation sets them; a service may
 * have its own. The server knows no page by itself. Doors of the interface (`/mydata/…`, `/api/…`, `/staff`) are the
 * program's own and not here.
 */
import { classOfHost } from '../calls/reach/address-class.ts';

/** Each with `{service}` for the service's id: a path at the county's own address, or an https address elsewhere. */
export interface ServiceAddresses {
  /** What the service is, for everybody. */
  readonly service: string;
  /** The notice, where the way to MyData begins. */
  readonly consent: string;
  /** The form. */
  readonly application: string;
  /** Filling in by hand. */
  readonly manual: string;
  /** Where a resident comes back to after the platform; `return=unmatched` is added when nothing of theirs came back. */
  readonly return: string;
}

/** Absent: there is no such page. */
export interface StaffAddresses {
  readonly desk?: string;
  readonly builder?: string;
}

export interface Addresses extends ServiceAddresses, StaffAddresses {
  /** By service id: instead of the organisation's. */
  readonly services?: Readonly<Record<string, Partial<ServiceAddresses>>>;
}

/** Nothing is configured: whoever is sent anywhere comes to the county's front page. */
export const frontPage: ServiceAddresses = { service: '/', consent: '/', application: '/', manual: '/', return: '/' };

export type AddressName = keyof ServiceAddresses;

export const addressNames = Object.keys(frontPage) as readonly AddressName[];

/** → path or absolute address */
export function addressOf(addresses: Addresses, name: AddressName, service: string): string {
  const template = addresses.services?.[service]?.[name] ?? addresses[name];
  return template.replaceAll('{service}', encodeURIComponent(service));
}

/** The staff's own pages, and the desk and the builder where they stand at the county's own address. */
export const isStaffPath = ({ desk, builder }: StaffAddresses, path: string): boolean =>
  ['/staff', desk, builder].some(
    (page) => page?.startsWith('/') && page !== '/' && (path === page || path.startsWith(`${page}/`)),
  );

/** The address with one more parameter, whatever it has already. */
export function withParameter(address: string, name: string, value: string): string {
  const [rest = '', hash] = address.split('#', 2);
  const query = `${name}=${encodeURIComponent(value)}`;
  return `${rest}${rest.includes('?') ? '&' : '?'}${query}${hash === undefined ? '' : `#${hash}`}`;
}

/** A path of one's own (`//` and `/\` would lead elsewhere), or https; http on this machine only. → what is wrong */
export function templateProblem(template: string, perService: boolean): string | undefined {
  const filled = template.replaceAll('{service}', 'service');
  if (/[{}]/.test(filled)) return 'knows no other placeholder than {service}';
  if (/[\s\\<>"'`]/.test(filled) || !URL.canParse(filled, 'http://county.invalid')) return 'is no address';
  const { protocol, hostname, username } = new URL(filled, 'http://county.invalid');
  const elsewhere = !filled.startsWith('/') || filled.startsWith('//');
  const local = classOfHost(hostname) === 'loopback';
  if (elsewhere && ((protocol !== 'https:' && !(protocol === 'http:' && local)) || username))
    return 'must be a path that begins with /, or an https address';
  if (perService && !template.includes('{service}')) return 'must say where the service stands: {service}';
  return undefined;
}
