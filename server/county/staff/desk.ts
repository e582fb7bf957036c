/** A clerk at a counter 櫃檯: who may stand behind the counter's routes, and from which addresses. */
import { BlockList, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import { callerAddress } from '../../http/caller-address.ts';
import { wantsPage } from '../../accounts/session.ts';
import { Elsewhere, HttpError } from '../../http/errors.ts';
import { officesFor } from '../access/may.ts';
import type { County } from '../county.ts';
import { deskName } from '../desks/holders.ts';
import { currentStaff, requireStaff, type CountyStaff } from './session.ts';

export interface Clerk extends CountyStaff {
  /** The office where this clerk sits, and may still. */
  readonly office: string;
  /** Its name, for people to read. */
  readonly agency: string;
  /** Its name: `3 號櫃檯`. */
  readonly counter: string;
  readonly deskId: string;
}

/**
 * The clerk who asks, at the desk that this sign-in has open. Who may no longer sit there has to open another.
 * @throws as `requireStaff`; 403 `desk-address`; without a counter 303 to the page that asks for it, else 409 `desk-missing`
 */
export async function requireClerk(county: County, c: Context): Promise<Clerk> {
  requireDeskAddress(county, c);
  const staff = await requireStaff(county, c, 'take-cases');
  const clerk = atDesk(staff);
  if (clerk) return clerk;
  if (wantsPage(c) && !c.req.path.startsWith('/api/'))
    throw new Elsewhere(`/staff/desk?next=${encodeURIComponent(c.req.path)}`);
  throw new HttpError(409, 'desk-missing', {
    'zh-Hant': '請先開啟一個櫃檯。',
    en: 'Please open a desk first.',
  });
}

/** The same while an answer goes on: no activity, nothing thrown. → undefined: not any more */
export async function stillClerk(county: County, c: Context): Promise<Clerk | undefined> {
  const staff = await currentStaff(county, c);
  return staff && atDesk(staff);
}

function atDesk(staff: CountyStaff): Clerk | undefined {
  const { desk } = staff;
  const office = desk && officesFor(staff, 'take-cases').find(({ id }) => id === desk.office);
  if (!office || desk.closedAt !== undefined) return undefined;
  return { ...staff, office: office.id, agency: office.name['zh-Hant'], counter: deskName(desk), deskId: desk.id };
}

/** Where the county names the addresses of its counters, no other may be one. @throws 403 `desk-address` */
export function requireDeskAddress({ config }: County, c: Context): void {
  const { deskAddresses = [], proxies } = config;
  if (!deskAddresses.length) return;
  const address = callerAddress(c, proxies);
  if (address !== undefined && listOf(deskAddresses).check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return;
  throw new HttpError(403, 'desk-address', {
    'zh-Hant': '這部電腦不是登錄的櫃檯電腦，不能受理。請在櫃檯電腦操作，或洽資訊人員登錄位址。',
    en: 'This computer is not one of the registered counters. Please use one of those, or have its address registered.',
  });
}

function listOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', prefix] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
  }
  return list;
}
