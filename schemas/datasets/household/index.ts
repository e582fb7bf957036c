import type { CatalogueEntry } from '../types.ts';
import { idCardImage } from './id-card-image.ts';
import { kinship } from './kinship.ts';
import { personalHousehold } from './personal-household.ts';
import { wholeHousehold } from './whole-household.ts';

/** In the order of the handbook's tables. */
export const household: readonly CatalogueEntry[] = [personalHousehold, wholeHousehold, kinship, idCardImage];
