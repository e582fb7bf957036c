/**
 * The catalogue 資料集: one entry per row of the handbook's tables 3 and 4. A dataset is one file in its area's folder,
 * listed in that folder's index; nothing is found by looking at the disk, so a bundle holds what it imports.
 */
import type { ResourceId } from '../mapping/types.ts';
import { business } from './business/index.ts';
import { culture } from './culture/index.ts';
import { education } from './education/index.ts';
import { environment } from './environment/index.ts';
import { healthAndLabourInsurance } from './health-and-labour-insurance/index.ts';
import { health } from './health/index.ts';
import { household } from './household/index.ts';
import { justice } from './justice/index.ts';
import { land } from './land/index.ts';
import { military } from './military/index.ts';
import { policeAndImmigration } from './police-and-immigration/index.ts';
import { postAndCommunications } from './post-and-communications/index.ts';
import { socialWelfare } from './social-welfare/index.ts';
import { tax } from './tax/index.ts';
import { transport } from './transport/index.ts';
import type { CatalogueEntry, Dataset } from './types.ts';
import { waterAndEnergy } from './water-and-energy/index.ts';

const all: readonly CatalogueEntry[] = [
  ...household,
  ...land,
  ...policeAndImmigration,
  ...military,
  ...tax,
  ...business,
  ...waterAndEnergy,
  ...transport,
  ...postAndCommunications,
  ...healthAndLabourInsurance,
  ...socialWelfare,
  ...health,
  ...environment,
  ...culture,
  ...education,
  ...justice,
];

const isReadable = (entry: CatalogueEntry): entry is Dataset => 'normalise' in entry;

const byId = <T extends CatalogueEntry>(entries: readonly T[]): ReadonlyMap<ResourceId, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** Every dataset, planned ones too: for looking up and for lists. */
export const catalogue: ReadonlyMap<ResourceId, CatalogueEntry> = byId(all);

/** What can be asked for and delivered today. */
export const inUse: ReadonlyMap<ResourceId, CatalogueEntry> = byId(all.filter(({ status }) => status === 'in-use'));

/** Those whose payload can be read into fields. */
export const datasets: ReadonlyMap<ResourceId, Dataset> = byId(all.filter(isReadable));
