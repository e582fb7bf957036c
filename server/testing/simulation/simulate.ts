/**
 * Days of random traffic on a clock moved by hand: residents at home, in one household, in a hall and at a kiosk; staff; and one
 * in a hundred who means ill. Owns who does how much; each doing is in a file of its own.
 */
import type { SandboxResident } from '../../sandbox/resident.ts';
import { Agenda, type Doing } from './agenda.ts';
import { burst, kinds } from './hostile.ts';
import { partiesOf } from './parties.ts';
import { peopleOf } from './people.ts';
import { randomOf, type Random } from './random.ts';
import { onlyDraft, ownArea, wholeWay, type Known, type Person } from './resident.ts';
import { atWork, staffMembers } from './staff.ts';
import { Tally } from './tally.ts';
import { isOpen, momentsIn } from './times.ts';
import { Visitor } from './visitor.ts';

const day = 24 * 3_600_000;
/** A Monday, 08:00 in Taiwan. */
const start = Date.UTC(2026, 10, 23, 0);
const sweepEvery = 20 * 60_000;
/** After this nothing of what strangers had kept is there any more. */
const quietDays = 9;

/** Of each day. */
const daily = { wholeWay: 80, ownArea: 300, drafts: 500, hall: 60, household: 8, kiosk: 30 } as const;
const halls = { people: 60, address: '198.51.100.60' } as const;
const home = { first: halls.people, people: 120 } as const;

export interface Simulated {
  readonly seed: number;
  readonly tally: Tally;
  readonly applications: number;
  /** After the quiet: anything of a journey in which nobody proved who they are. */
  readonly unproved: boolean;
  /** At the end of the last day, and after the quiet. */
  readonly kept: { readonly end: Sizes; readonly afterwards: Sizes };
}

type Sizes = { readonly [what: string]: number };

export async function simulate({ seed, days }: { readonly seed: number; readonly days: number }): Promise<Simulated> {
  const agenda = new Agenda(start);
  const people = await peopleOf(halls.people + home.people);
  const parties = await partiesOf(people, { now: agenda.now });
  const tally = new Tally(agenda.now);
  const world = { parties, tally, now: agenda.now };
  const random = randomOf(seed);
  const known: Known = { applications: [], txIds: [] };
  let honest = 0;

  const slips = (chance: Random): number => (chance.often(0.15) ? chance.whole(1, 2) : 0);
  const counted = async function* (actor: string, doing: () => Doing): Doing {
    tally.of(actor).events += 1;
    yield* doing();
  };
  const enter = (at: number, actor: string, doing: () => Doing): void => {
    honest += 1;
    agenda.enter(at, counted(actor, doing));
  };
  const person = (resident: SandboxResident, actor: string, address: string, visitor?: Visitor): Person => {
    const chance = random.child();
    return {
      resident,
      visitor: visitor ?? new Visitor(world, actor, address),
      random: chance,
      mistakes: slips(chance),
    };
  };
  const atHome = (): readonly [SandboxResident, string] => {
    const no = random.whole(0, home.people - 1);
    return [people[home.first + no]!, `203.0.${no}.7`];
  };

  const whole = { from: start, to: start + days * day };
  for (const at of momentsIn(random, daily.wholeWay * days, whole)) {
    const [resident, address] = atHome();
    const who = person(resident, 'home', address);
    enter(at, 'home', () => wholeWay(world, who, known));
  }
  for (const at of momentsIn(random, daily.ownArea * days, whole)) {
    const [resident, address] = atHome();
    const who = person(resident, 'home', address);
    enter(at, 'home', () => ownArea(world, who));
  }
  for (const at of momentsIn(random, daily.drafts * days, whole)) {
    const [resident, address] = atHome();
    const who = person(resident, 'home', address);
    enter(at, 'home', () => onlyDraft(world, who));
  }
  for (const [no, at] of momentsIn(random, daily.household * days, whole).entries()) {
    const who = person(people[home.first + (no % 4)]!, 'household', '203.0.251.7');
    enter(at, 'household', () => (no % 2 ? ownArea(world, who) : wholeWay(world, who, known)));
  }
  for (let no = 0; no < days; no += 1) {
    const today = { from: start + no * day, to: start + no * day + 9 * 3_600_000 };
    if (!isOpen(today.from)) continue;
    for (const [visitorNo, at] of momentsIn(random, daily.hall, today, isOpen).entries()) {
      const who = person(people[visitorNo % halls.people]!, 'hall', halls.address);
      enter(at, 'hall', () => (visitorNo % 3 ? ownArea(world, who) : wholeWay(world, who, known)));
    }
    const kiosk = new Visitor(world, 'kiosk', '198.51.100.61');
    const queue = random.shuffled(people).slice(0, daily.kiosk);
    honest += queue.length;
    agenda.enter(
      today.from + 60_000,
      (async function* (): Doing {
        for (const resident of queue) {
          yield random.whole(2, 14) * 60_000;
          const who = person(resident, 'kiosk', kiosk.address, kiosk);
          yield* counted('kiosk', () => ownArea(world, who));
        }
      })(),
    );
    for (const [index, member] of staffMembers.entries()) {
      const chance = random.child();
      const visitor = new Visitor(world, 'staff', `198.51.100.${100 + index}`);
      const how = { visitor, random: chance, mistakes: chance.often(0.25) ? 1 : 0 };
      enter(today.from + chance.whole(0, 3_600_000), 'staff', () => atWork(world, member, how));
    }
  }
  const hostile = Math.round(honest / 99);
  const deck = Array.from({ length: Math.ceil(hostile / kinds.length) }, () => random.shuffled(kinds)).flat();
  for (const [no, at] of momentsIn(random, hostile, whole).entries()) {
    const ill = { world, random: random.child(), people, known };
    agenda.enter(
      at,
      counted(`hostile: ${deck[no]!}`, () => burst(ill, deck[no]!)),
    );
  }

  const sizes = async (): Promise<Sizes> => {
    const county = Object.entries(await parties.county.storage.sizes());
    return {
      ...(await parties.platform.storage.sizes()),
      ...Object.fromEntries(county.map(([kind, size]) => [`county ${kind}`, size])),
    };
  };
  const swept = async (): Promise<void> => {
    await parties.settled();
    await parties.platform.app.sweep();
    await parties.county.sweep();
  };
  let end: Sizes = {};
  agenda.enter(
    start,
    (async function* (): Doing {
      for (let at = start; at < whole.to; at += sweepEvery) {
        yield sweepEvery;
        await swept();
      }
      end = await sizes();
      for (let left = quietDays * 2; left > 0; left -= 1) {
        yield day / 2;
        await swept();
      }
    })(),
  );
  await agenda.run();
  const afterwards = await sizes();
  const now = agenda.now();
  const unproved = await parties.platform.storage.hasUnproved({ journeysBefore: now, arrivalsBefore: now });
  await parties.platform.app.quiet();
  await parties.county.close();
  return { seed, tally, applications: known.applications.length, unproved, kept: { end, afterwards } };
}
