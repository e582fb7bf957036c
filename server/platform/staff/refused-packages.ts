/** Packages of data providers that the platform did not take (`services/check-package.ts`): what an operator must hear of. */
import { eventNumbers } from '../events.ts';
import type { Platform } from '../platform.ts';
import type { DatasetCount } from '../storage.ts';

/** Of the last 24 hours, per dataset. */
export const refusedPackages = ({
  storage,
  clock,
}: Pick<Platform, 'storage' | 'clock'>): Promise<readonly DatasetCount[]> =>
  storage.eventsPerDataset(eventNumbers['package refused'], new Date(clock.now().getTime() - 24 * 60 * 60 * 1000));
