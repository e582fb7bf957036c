/** A clerk opens one of the desks of their offices. It is theirs until the sign-in ends, they open another, or it is freed. */
import { recordAction } from '../../accounts/session.ts';
import { lifetimes } from '../../lifetimes.ts';
import { officesFor } from '../access/may.ts';
import type { County } from '../county.ts';
import type { Office } from '../offices/storage.ts';
import type { CountyStaff } from '../staff/session.ts';
import { deskName, holdersOf } from './holders.ts';
import type { Desk } from './storage.ts';

export interface OfferedDesk extends Desk {
  /** Name of the colleague who has it. */
  readonly heldBy?: string;
}

/** By office, as a tree is read. */
export type Offered = readonly { readonly office: Office; readonly desks: readonly OfferedDesk[] }[];

/**
 * By office, those without a desk left out. A colleague who has one open is named; this person's own counts as free.
 */
export async function desksOffered(county: County, staff: CountyStaff): Promise<Offered> {
  const { desks, of } = await holdersOf(county);
  return officesFor(staff, 'take-cases')
    .map((office) => ({
      office,
      desks: desks
        .filter((desk) => desk.office === office.id)
        .map((desk) => {
          const holder = of(desk.id);
          return { ...desk, ...(holder && holder.id !== staff.id && { heldBy: holder.name }) };
        }),
    }))
    .filter((group) => group.desks.length > 0);
}

export type Opened = 'opened' | 'unknown' | { readonly heldBy: string };

/**
 * For this sign-in, in the record; the desk that it had before is free, and a sign-in of the same person elsewhere
 * loses this one. → `unknown`: not offered to this person, closed meanwhile, or the sign-in is over
 */
export async function openDesk(county: County, staff: CountyStaff, id: string): Promise<Opened> {
  const { storage, clock } = county;
  const group = (await desksOffered(county, staff)).find(({ desks }) => desks.some((desk) => desk.id === id));
  const desk = group?.desks.find((one) => one.id === id);
  if (!group || !desk) return 'unknown';
  const now = clock.now();
  const before = (ms: number): Date => new Date(now.getTime() - ms);
  const done = await storage.commit([
    {
      step: 'open-desk',
      hash: staff.sessionHash,
      desk: id,
      idleBefore: before(lifetimes.staffIdle.ms),
      startedBefore: before(lifetimes.staffWhole.ms),
    },
    recordAction(
      staff,
      { verb: 'open-desk', object: `${group.office.name['zh-Hant']} ${deskName(desk)}`, office: desk.office },
      now,
    ),
  ]);
  if (done.ok) return 'opened';
  return done.reason === 'desk-held' ? { heldBy: (await holdersOf(county)).of(id)?.name ?? '同事' } : 'unknown';
}
