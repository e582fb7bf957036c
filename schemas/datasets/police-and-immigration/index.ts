import type { CatalogueEntry } from '../types.ts';
import { entryAndExitDates } from './entry-and-exit-dates.ts';
import { mountainEntryApplications } from './mountain-entry-applications.ts';
import { passport } from './passport.ts';
import { trafficAccidentApplications } from './traffic-accident-applications.ts';

/** In the order of the handbook's tables. */
export const policeAndImmigration: readonly CatalogueEntry[] = [
  mountainEntryApplications,
  trafficAccidentApplications,
  entryAndExitDates,
  passport,
];
