import type { CatalogueEntry } from '../types.ts';
import { cadastreAndPrices } from './cadastre-and-prices.ts';

/** In the order of the handbook's tables. */
export const land: readonly CatalogueEntry[] = [cadastreAndPrices];
