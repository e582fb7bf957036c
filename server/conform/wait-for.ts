import { setTimeout as pause } from 'node:timers/promises';

const between = 20;

/** Looks until there is something. → undefined when there is nothing in time */
export async function waitFor<Found>(
  ms: number,
  look: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found | undefined> {
  const until = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() >= until) return undefined;
    await pause(between);
  }
}

export { pause };
