import type { CatalogueEntry } from '../types.ts';
import { businessRegistration } from './business-registration.ts';
import { companyRegistration } from './company-registration.ts';
import { factoryRegistration } from './factory-registration.ts';
import { patents } from './patents.ts';
import { trademarks } from './trademarks.ts';

/** In the order of the handbook's tables. */
export const business: readonly CatalogueEntry[] = [
  companyRegistration,
  businessRegistration,
  factoryRegistration,
  patents,
  trademarks,
];
