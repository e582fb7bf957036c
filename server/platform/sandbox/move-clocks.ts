/**
 * Moves the clocks of all parties of a test installation together, each over its own address. In stages, and in each stage
 * first every clock and then what is due there, so that nobody talks to a party of another time for long.
 */
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Due } from '../../sandbox/clock/routes.ts';
import { stagesOf } from '../../sandbox/clock/stages.ts';
import { isAhead, type TestClock } from '../../sandbox/clock/test-clock.ts';
import type { Fetch } from '../../context.ts';

export interface OtherParty {
  readonly name: string;
  readonly url: string;
}

export interface PartyClock extends OtherParty {
  /** Absent: the party does not answer, or has no such clock. */
  readonly aheadSeconds?: number;
}

export interface Clocks {
  readonly clock: TestClock;
  readonly others: readonly OtherParty[];
}

interface Needs extends Clocks {
  readonly fetch: Fetch;
  readonly due: Due;
}

export interface Moved {
  /** Parties at which some of what fell due still goes on. */
  readonly busy: readonly string[];
  readonly silent: readonly string[];
}

const platform = 'platform';

/** Asks all at once, 3 seconds each at most; who does not answer has no `aheadSeconds`. Changes nothing. */
export const clocksOf = ({ fetch, others }: Pick<Needs, 'fetch' | 'others'>): Promise<readonly PartyClock[]> =>
  Promise.all(
    others.map(async ({ name, url }) => {
      const answer = await ask(fetch, url, { timeout: lifetimes.clockLook.ms });
      return { name, url, ...(isAhead(answer?.['aheadSeconds']) && { aheadSeconds: answer['aheadSeconds'] }) };
    }),
  );

/** @param to so far ahead of real time at least */
export async function moveClocks(needs: Needs, to: number): Promise<Moved> {
  const { clock, due } = needs;
  const busy = new Set<string>();
  for (const stage of stagesOf(clock.aheadSeconds, to)) {
    await clock.moveTo(stage);
    await tellAll(needs, stage, busy);
    if (!(await due())) busy.add(platform);
  }
  // Once more: what the platform has just done is theirs to act on, and who was behind comes along.
  const silent = await tellAll(needs, Math.max(to, clock.aheadSeconds), busy);
  if (!(await due())) busy.add(platform);
  return { busy: [...busy], silent };
}

/** → who did not answer */
async function tellAll({ fetch, others }: Needs, aheadSeconds: number, busy: Set<string>): Promise<readonly string[]> {
  const silent: string[] = [];
  await Promise.all(
    others.map(async ({ name, url }) => {
      const answer = await ask(fetch, url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ aheadSeconds }),
        timeout: lifetimes.clockMove.ms,
      });
      if (!answer) silent.push(name);
      else if (answer['done'] !== true) busy.add(name);
      else busy.delete(name);
    }),
  );
  return silent;
}

async function ask(
  fetch: Fetch,
  url: string,
  options: Pick<Parameters<typeof call>[2], 'method' | 'headers' | 'body' | 'timeout'>,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const outcome = await call(fetch, `${url}/sandbox/clock`, { ...options, to: 'partner', size: 4096 });
  return outcome.kind === 'answer' && outcome.status === 200 ? jsonOf(outcome) : undefined;
}

/** One move after the other: two at once would tell the parties two times. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
