/** Packages of data providers that the platform did not take (`delivery/check-package.ts`): what an operator must hear of. */
import { eventNumbers } from '../log/events.ts';
import type { Platform } from '../platform.ts';
import type { DatasetCount } from '../storage.ts';

export interface RefusedPackages extends DatasetCount {
  /** What was wrong with the last one, by a word of `openingWords`; unknown where another process refused it. */
  readonly word?: string;
}

/** Of the last 24 hours, per dataset. */
export async function refusedPackages({
  storage,
  clock,
  refusals,
}: Pick<Platform, 'storage' | 'clock' | 'refusals'>): Promise<readonly RefusedPackages[]> {
  const since = new Date(clock.now().getTime() - 24 * 60 * 60 * 1000);
  const counts = await storage.eventsPerDataset(eventNumbers['package refused'], since);
  return counts.map((one) => ({ ...one, word: refusals.get(one.resourceId) }));
}
