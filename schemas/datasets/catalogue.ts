/** The catalogue 資料集: every dataset whose id is known, and those whose payload can be read. */
import type { ResourceId } from '../mapping/types.ts';
import { catalogueRows } from './catalogue-rows.ts';
import { kinship } from './kinship.ts';
import { lowIncome } from './low-income.ts';
import { personalHousehold } from './personal-household.ts';
import type { CatalogueEntry, Dataset } from './types.ts';
import { vehicle } from './vehicle.ts';
import { wholeHousehold } from './whole-household.ts';

export const catalogue: ReadonlyMap<ResourceId, CatalogueEntry> = new Map(catalogueRows.map((row) => [row.id, row]));

export const datasets: ReadonlyMap<ResourceId, Dataset> = new Map(
  [personalHousehold, wholeHousehold, kinship, vehicle, lowIncome].map((dataset) => [dataset.id, dataset]),
);
