/**
 * What an administrator does with people: roles given and taken, accounts closed, one-time links. Of a person an
 * administrator sees and decides what lies within the offices that they administer.
 */
import { recordAction } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import { normalLogin } from '../../accounts/enrolment.ts';
import { mayIn, type Person } from '../access/may.ts';
import type { County } from '../county.ts';
import { committed, type Problem } from '../offices/keep.ts';
import type { Membership, Office } from '../offices/storage.ts';
import { topOf } from '../offices/tree.ts';
import type { StaffAccount } from './storage.ts';
import type { StaffRole } from './role.ts';

/** In the record with the office. Never to oneself, nor to a closed account. → why not, for the page */
export async function giveRole(
  county: County,
  staff: Person,
  { login, office, role }: { readonly login: string; readonly office: Office; readonly role: StaffRole },
): Promise<Problem> {
  const account = await county.storage.staffByLogin(normalLogin(login));
  if (!account || account.closedAt !== undefined) return '沒有這個帳號，或已經停用。新的人員請用一次性連結邀請。';
  // One pair of eyes would have made itself the second one.
  if (account.id === staff.id) return '不能給自己職務，請由另一位管理人員處理。';
  const action = { verb: 'give-role', object: `${account.login} ${role}`, office: office.id };
  return committed(county, [
    { step: 'give-role', membership: { staff: account.id, office: office.id, role } },
    recordAction(staff, action, county.clock.now()),
  ]);
}

/**
 * In the record, whoever held it. → why not, for the page: nobody holds it, or it is the last one that administers the
 * whole
 */
export async function takeRole(county: County, staff: Person, membership: Membership): Promise<Problem> {
  const account = await county.storage.staffAccount(membership.staff);
  const action = {
    verb: 'take-role',
    object: `${account?.login ?? membership.staff} ${membership.role}`,
    office: membership.office,
  };
  return committed(county, [{ step: 'take-role', membership }, recordAction(staff, action, county.clock.now())]);
}

/** Somebody with all that they hold, as far as this administrator may see it. */
export interface Known {
  readonly account: StaffAccount;
  readonly held: readonly Membership[];
  /** Holds nothing elsewhere: the account as a whole is this administrator's to close and to renew. */
  readonly whole: boolean;
}

/**
 * In the order of the storage, closed accounts too. Who administers the topmost office sees everybody, others whoever
 * holds something in theirs, and only that of them.
 */
export async function peopleFor({ storage }: County, staff: Person): Promise<readonly Known[]> {
  const memberships = await storage.memberships();
  const all = mayIn(staff, 'administer', topOf(staff.offices)?.id ?? '');
  return (await storage.staffAccounts()).flatMap((account) => {
    const every = memberships.filter((one) => one.staff === account.id);
    const held = every.filter(({ office }) => mayIn(staff, 'administer', office));
    return held.length || all ? [{ account, held, whole: all || held.length === every.length }] : [];
  });
}

/** An open account that is theirs as a whole. @throws 404 `account-unknown`, 403 `account-elsewhere` */
export async function needPerson(county: County, staff: Person, id: string): Promise<Known> {
  const known = (await peopleFor(county, staff)).find(({ account }) => account.id === id);
  if (!known || known.account.closedAt !== undefined)
    throw new HttpError(404, 'account-unknown', {
      'zh-Hant': '找不到這個帳號，或已經停用。',
      en: 'There is no such account, or it is closed.',
    });
  if (!known.whole)
    throw new HttpError(403, 'account-elsewhere', {
      'zh-Hant': '這個人在別的單位也有職務，帳號由上一層單位的管理人員處理。',
      en: 'This person has roles in other offices too: an administrator above must see to the account.',
    });
  return known;
}

/**
 * Ends the account and its sessions, in the record of each office where it holds something. Never one's own. → why not,
 * for the page
 */
export async function closeAccount(county: County, staff: Person, { account, held }: Known): Promise<Problem> {
  if (account.id === staff.id) return '不能停用自己的帳號，請由另一位管理人員處理。';
  const now = county.clock.now();
  const offices = [...new Set(held.map(({ office }) => office))];
  return committed(county, [
    { step: 'close-account', id: account.id, at: now },
    ...(offices.length ? offices : [undefined]).map((office) =>
      recordAction(
        staff,
        { verb: 'close-account', object: account.login, ...(office !== undefined && { office }) },
        now,
      ),
    ),
  ]);
}
