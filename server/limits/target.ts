/**
 * Whom or what is tried, where what is asked for can be guessed. It is slowed for the network that tries it, so that nobody's
 * door stays shut because others knock; all networks together have a hundred a day, and when those are gone each network
 * still has two, so that the owner comes in from where no stranger is.
 */
import type { Spending } from './limiter.ts';

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
