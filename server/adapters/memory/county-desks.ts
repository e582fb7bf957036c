/** Desks of the county's storage in memory; which one a sign-in has stands in its session. */
import type { Desk, DeskReads, DeskReason, DeskStep } from '../../county/desks/storage.ts';
import { GuardFailed } from '../../storage/plan.ts';
import type { OfficesState } from './county-offices.ts';
import type { StaffState } from './county-staff-state.ts';

export type Desks = ReadonlyMap<string, Desk>;
export const noDesks: Desks = new Map();

interface After {
  readonly desks: Desks;
  readonly sessions: StaffState['sessions'];
}

const refuse = (reason: DeskReason): never => {
  throw new GuardFailed<DeskReason>(reason);
};

const known: { readonly [Name in DeskStep['step']]: true } = {
  'enrol-desk': true,
  'place-desk': true,
  'close-desk': true,
  'free-desk': true,
  'open-desk': true,
  'note-desk-out': true,
};

/** → undefined where the step is not of this area */
export function desksAfter(
  s: After,
  step: DeskStep | { readonly step: string },
  offices: OfficesState,
): After | undefined {
  return step.step in known ? after(s, step as DeskStep, offices) : undefined;
}

function after({ desks, sessions }: After, step: DeskStep, { offices }: OfficesState): After {
  const change = (id: string, changed: Partial<Desk>): Desks => {
    const desk = desks.get(id);
    if (!desk || desk.closedAt !== undefined) return refuse('desk-unknown');
    return new Map(desks).set(id, { ...desk, ...changed });
  };
  const without = (id: string): StaffState['sessions'] =>
    new Map(
      [...sessions].map(([hash, session]) => {
        const { desk, outUntil: _until, ...rest } = session;
        return [hash, desk === id ? rest : session];
      }),
    );
  switch (step.step) {
    case 'enrol-desk': {
      const { desk } = step;
      if (!offices.some(({ id, closedAt }) => id === desk.office && closedAt === undefined)) refuse('office-unknown');
      const same = ({ office, number, closedAt }: Desk): boolean =>
        closedAt === undefined && office === desk.office && number === desk.number;
      if (desks.has(desk.id) || [...desks.values()].some(same)) refuse('desk-taken');
      return { desks: new Map(desks).set(desk.id, desk), sessions };
    }
    case 'place-desk':
      return { desks: change(step.id, { place: step.place }), sessions };
    case 'close-desk':
      return { desks: change(step.id, { closedAt: step.at }), sessions: without(step.id) };
    case 'free-desk':
      if (![...sessions.values()].some(({ desk }) => desk === step.id)) refuse('desk-free');
      return { desks, sessions: without(step.id) };
    case 'open-desk': {
      const own = sessions.get(step.hash) ?? refuse('session-over');
      change(step.desk, {});
      const held = [...sessions.values()].some(
        ({ desk, staffId, activeAt, startedAt }) =>
          desk === step.desk && staffId !== own.staffId && activeAt > step.idleBefore && startedAt > step.startedBefore,
      );
      if (held) refuse('desk-held');
      if (own.desk === step.desk) return { desks, sessions };
      const { outUntil: _other, ...rest } = own;
      return { desks, sessions: new Map(without(step.desk)).set(step.hash, { ...rest, desk: step.desk }) };
    }
    case 'note-desk-out': {
      const session = sessions.get(step.hash);
      return session
        ? { desks, sessions: new Map(sessions).set(step.hash, { ...session, outUntil: step.until }) }
        : { desks, sessions };
    }
  }
}

/** Holders are read from the sessions, those that are over among them. */
export const deskReads = (state: () => After): DeskReads => ({
  async desk(id) {
    return state().desks.get(id);
  },
  async desks() {
    return [...state().desks.values()].sort(
      (a, b) => (a.office < b.office ? -1 : a.office > b.office ? 1 : 0) || a.number - b.number,
    );
  },
  async deskHolders() {
    return [...state().sessions.values()].flatMap(({ desk, staffId, startedAt, activeAt }) =>
      desk === undefined ? [] : [{ desk, staffId, startedAt, activeAt }],
    );
  },
});
