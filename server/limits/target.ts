/**
 * Whom or what is tried, where what is asked for can be guessed. It is slowed for the network that tries it, so that nobody's
 * door stays shut because others knock; all networks together have a hundred a day, and when those are gone each network
 * still has two, so that the owner comes in from where no stranger is.
 */
import type { Spending } from './limiter.ts';

/**
 * @param target a name for what is tried, the same for everybody · `network` of who tries
 * All three are forgotten by a right try. The `spare` is taken only when the cap is used up.
 */
export function ofTarget(
  kind: 'identity-guess' | 'staff' | 'progress',
  target: string,
  network: string,
): readonly Spending[] {
  const here = `${target} ${network}`;
  return [
    { budget: `${kind}-target`, who: here, whenRight: 'forget' },
    {
      budget: `${kind}-cap`,
      who: target,
      whenRight: 'forget',
      spare: { budget: `${kind}-spare`, who: here, whenRight: 'forget' },
    },
  ];
}

/** In a browser where they have passed before. Of several who have, one who passes again says nothing of the others. */
export function ofKnown(kind: 'identity-guess' | 'progress', browser: string, target: string): readonly Spending[] {
  const who = `${browser} ${target}`;
  return [
    { budget: `${kind}-browser`, who, whenRight: 'forget' },
    { budget: `${kind}-known`, who, whenRight: 'forget' },
  ];
}
