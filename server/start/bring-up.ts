/**
 * A party that is made begins. Whoever can tell is asked first: a database that was turned back must not be marked as the
 * newest, or the newest would be refused afterwards.
 */
import type { OpenPlace } from './folders/open-place.ts';
import { partyCommand } from './folders/refused.ts';
import type { Party } from './party.ts';

type Begins = Pick<Party, 'begin'> & { readonly witnesses?: Pick<NonNullable<Party['witnesses']>, 'look'> };

/** @throws TurnedBack */
export async function bringUp<Up>(
  party: Begins,
  place: Pick<OpenPlace, 'whole'> | undefined,
  listen: () => Promise<Up>,
): Promise<Up> {
  const seen = await party.witnesses?.look();
  if (seen?.problems.length) throw new TurnedBack(seen.problems);
  await place?.whole();
  await party.begin?.();
  return listen();
}

/** Others have seen more of the log than is here. */
export class TurnedBack extends Error {
  readonly code = 'log-turned-back';
  constructor(problems: readonly string[]) {
    super(
      `the platform does not run with a log that was turned back:\n${problems.map((one) => `  - ${one}`).join('\n')}\n` +
        `Put the newest copy back, or take this one up: ${partyCommand('restore', 'platform')} (docs/backup.md)`,
    );
  }
}
