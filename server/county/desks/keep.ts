/** What an administrator does with the desks 櫃檯 of their offices. Each act stands in the record, in the plan of its effect. */
import { randomBytes } from 'node:crypto';
import { recordAction } from '../../accounts/session.ts';
import { HttpError } from '../../http/errors.ts';
import { mayIn, officesFor, type Person } from '../access/may.ts';
import type { County } from '../county.ts';
import type { Office } from '../offices/storage.ts';
import type { CountyReason, CountyStep } from '../storage.ts';
import { deskName, holdersOf } from './holders.ts';
import type { Desk } from './storage.ts';

/** Why nothing was done, for the person at the page; undefined: it was. */
type Problem = string | undefined;

const problems: Partial<Record<CountyReason, string>> = {
  'office-unknown': '這個單位已經裁撤，請重新整理後再試。',
  'desk-taken': '這個單位已經有這個號碼的櫃檯。',
  'desk-unknown': '這個櫃檯已經停用，請重新整理後再試。',
  'desk-free': '這個櫃檯現在沒有人使用。',
};

export interface DeskEntry extends Desk {
  /** Name of who has it open. */
  readonly holder?: string | undefined;
}

/** Open desks of the offices that this person administers. */
export async function desksFor(county: County, staff: Person): Promise<readonly DeskEntry[]> {
  const holders = await holdersOf(county);
  return officesFor(staff, 'administer').flatMap(({ id: office }) =>
    holders.desks
      .filter((desk) => desk.office === office)
      .map((desk) => ({ ...desk, holder: holders.of(desk.id)?.name })),
  );
}

/** @throws 404 `desk-unknown`, the same for one that is not there and one that is another administrator's */
export async function needDesk({ storage }: County, staff: Person, id: string | undefined): Promise<Desk> {
  const desk = await storage.desk(id ?? '');
  if (desk && desk.closedAt === undefined && mayIn(staff, 'administer', desk.office)) return desk;
  throw new HttpError(404, 'desk-unknown', { 'zh-Hant': '沒有這個櫃檯。', en: 'There is no such desk.' });
}

/**
 * @param number 1 to 999, checked before → why not, for the page: another open desk of the office has it, or the office
 * is closed
 */
export function enrolDesk(
  county: County,
  staff: Person,
  { office, number, place }: { readonly office: Office; readonly number: number; readonly place: string },
): Promise<Problem> {
  const now = county.clock.now();
  const desk = { id: `desk-${randomBytes(8).toString('hex')}`, office: office.id, number, place };
  return committed(county, staff, desk, 'enrol-desk', [{ step: 'enrol-desk', desk: { ...desk, enrolledAt: now } }]);
}

/**
 * Another place for the same desk; who has it open keeps it. Old and new place are in the record. → why not, for the
 * page
 */
export const placeDesk = (county: County, staff: Person, desk: Desk, place: string): Promise<Problem> =>
  committed(county, staff, { ...desk, place: `${desk.place} → ${place}` }, 'place-desk', [
    { step: 'place-desk', id: desk.id, place },
  ]);

/** Ends its use by whoever has it open; they stay signed in. */
export async function freeDesk(county: County, staff: Person, desk: Desk): Promise<Problem> {
  const holder = (await holdersOf(county)).of(desk.id)?.name;
  const object = holder === undefined ? desk : { ...desk, place: `${desk.place} ${holder}` };
  return committed(county, staff, object, 'free-desk', [{ step: 'free-desk', id: desk.id }]);
}

/** For good, in the record; who has it open loses it. Its number is free for another desk. → why not, for the page */
export const closeDesk = (county: County, staff: Person, desk: Desk): Promise<Problem> =>
  committed(county, staff, desk, 'close-desk', [{ step: 'close-desk', id: desk.id, at: county.clock.now() }]);

async function committed(
  county: County,
  staff: Person,
  { office, number, place }: Pick<Desk, 'office' | 'number' | 'place'>,
  verb: string,
  plan: readonly CountyStep[],
): Promise<Problem> {
  const object = `${deskName({ number })} ${place}`;
  const done = await county.storage.commit([
    ...plan,
    recordAction(staff, { verb, object, office }, county.clock.now()),
  ]);
  return done.ok ? undefined : (problems[done.reason] ?? '剛才有人改過，請重新整理後再試。');
}
