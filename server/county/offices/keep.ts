/**
 * What an administrator does with offices and with whose a service is. Each act stands in the record, in the plan of its
 * effect. Who administers an office arranges what is below it; the office itself is moved and closed from above.
 */
import { randomBytes } from 'node:crypto';
import { recordAction } from '../../accounts/session.ts';
import type { Text } from '#schemas/text.ts';
import { HttpError } from '../../http/errors.ts';
import { mayIn, type Person } from '../access/may.ts';
import type { County } from '../county.ts';
import type { CountyReason, CountyStep } from '../storage.ts';
import type { Office } from './storage.ts';

/** Why nothing was done, for the person at the page; undefined: it was. */
export type Problem = string | undefined;

const problems: Partial<Record<CountyReason, string>> = {
  'office-cycle': '單位不能移到自己或自己下面的單位之下。',
  'office-in-use': '這個單位下面還有單位，或還有服務屬於它，要先移走。',
  'office-unknown': '這個單位已經裁撤，請重新整理後再試。',
  'role-held': '這個人在這個單位已經有這項職務。',
  'role-unknown': '這項職務已經收回。',
  'account-unknown': '沒有這個帳號，或已經停用。',
  'last-administrator': '這是全機關最後一位管理人員，要先指定另一位。',
  'owner-other': '這項服務剛才已經移到別的單位，請重新整理後再試。',
};

/** Commits, and says a refusal of the storage in words. Nothing is thrown for it. */
export async function committed(county: County, plan: readonly CountyStep[]): Promise<Problem> {
  const done = await county.storage.commit(plan);
  return done.ok ? undefined : (problems[done.reason] ?? '剛才有人改過，請重新整理後再試。');
}

/** @throws 404 `office-unknown`, the same for one that is not there and one that is another administrator's */
export function needOffice(staff: Person, id: string | undefined): Office {
  const office = staff.offices.get(id ?? '');
  if (!office || !mayIn(staff, 'administer', office.id)) throw officeUnknown();
  return office;
}

/** 404 `office-unknown`, of one that is not there and of one that is not this person's to see alike. */
export const officeUnknown = (): HttpError =>
  new HttpError(404, 'office-unknown', { 'zh-Hant': '沒有這個單位。', en: 'There is no such office.' });

/** Below an office that this person administers; the name is free there. → why not, for the page */
export async function addOffice(county: County, staff: Person, parent: Office, name: Text): Promise<Problem> {
  if (hasName(staff, parent.id, name)) return nameTaken;
  const id = `office-${randomBytes(4).toString('hex')}`;
  return committed(county, [
    { step: 'add-office', office: { id, name, parent: parent.id } },
    recordAction(
      staff,
      { verb: 'add-office', object: `${id} ${name['zh-Hant']}`, office: parent.id },
      county.clock.now(),
    ),
  ]);
}

/**
 * Whoever administers it may; the topmost has its name from the settings. Old and new name are in the record. → why not
 */
export async function renameOffice(county: County, staff: Person, office: Office, name: Text): Promise<Problem> {
  if (office.parent === undefined) return '機關的名稱由安裝設定決定。';
  if (hasName(staff, office.parent, name, office.id)) return nameTaken;
  const object = `${office.id} ${office.name['zh-Hant']} → ${name['zh-Hant']}`;
  return committed(county, [
    { step: 'rename-office', id: office.id, name },
    recordAction(staff, { verb: 'rename-office', object, office: office.id }, county.clock.now()),
  ]);
}

/**
 * With all that is in it. → why not: below itself. @throws 403 `office-above` to who administers only it or what is
 * below; `parent` the caller has checked (`needOffice`)
 */
export async function moveOffice(county: County, staff: Person, office: Office, parent: Office): Promise<Problem> {
  if (!isBelow(staff, office)) throw fromAbove();
  const now = county.clock.now();
  const object = `${office.id} ${office.parent ?? ''} → ${parent.id}`;
  return committed(county, [
    { step: 'move-office', id: office.id, parent: parent.id },
    // For the auditors of where it was, and of where it is.
    ...[office.parent, office.id].map((place) =>
      recordAction(staff, { verb: 'move-office', object, ...(place !== undefined && { office: place }) }, now),
    ),
  ]);
}

/**
 * Ends every role held in it, each in the record. → why not: there are offices below it, or services belong to it.
 * @throws 403 `office-above`
 */
export async function closeOffice(county: County, staff: Person, office: Office): Promise<Problem> {
  if (!isBelow(staff, office)) throw fromAbove();
  const now = county.clock.now();
  const ended = (await county.storage.memberships()).filter((one) => one.office === office.id);
  return committed(county, [
    { step: 'close-office', id: office.id, at: now.toISOString() },
    recordAction(
      staff,
      { verb: 'close-office', object: `${office.id} ${office.name['zh-Hant']}`, office: office.id },
      now,
    ),
    ...ended.map(({ staff: holder, role }) =>
      recordAction(
        staff,
        { verb: 'take-role', object: `${holder} ${role}`, office: office.id, reason: '單位裁撤' },
        now,
      ),
    ),
  ]);
}

/** From an office that this person administers to another such one. */
export async function moveService(
  county: County,
  staff: Person,
  { service, to, reason }: { readonly service: string; readonly to: Office; readonly reason: string },
): Promise<Problem> {
  const owner = await county.storage.serviceOwner(service);
  if (!owner || !mayIn(staff, 'administer', owner.office))
    throw new HttpError(404, 'service-unknown', { 'zh-Hant': '沒有這項服務。', en: 'There is no such service.' });
  if (owner.office === to.id) return '這項服務已經屬於這個單位。';
  const now = county.clock.now();
  const object = `${service} ${owner.office} → ${to.id}`;
  return committed(county, [
    { step: 'move-service', service, from: owner.office, to: to.id },
    // For the auditors of both.
    ...[owner.office, to.id].map((office) =>
      recordAction(staff, { verb: 'move-service', object, office, reason }, now),
    ),
  ]);
}

const nameTaken = '同一個單位之下已經有這個名稱的單位。';
const fromAbove = (): HttpError =>
  new HttpError(403, 'office-above', {
    'zh-Hant': '單位的移動與裁撤，由上一層單位的管理人員處理。',
    en: 'An office is moved and closed by an administrator above it.',
  });

const isBelow = (staff: Person, { parent }: Office): boolean =>
  parent !== undefined && mayIn(staff, 'administer', parent);

const hasName = ({ offices }: Person, parent: string, name: Text, but?: string): boolean =>
  [...offices.values()].some(
    (one) =>
      one.parent === parent && one.id !== but && one.closedAt === undefined && one.name['zh-Hant'] === name['zh-Hant'],
  );
