import type { CatalogueEntry } from '../types.ts';
import { amateurRadioLicence } from './amateur-radio-licence.ts';
import { postalLifeInsurancePremiums } from './postal-life-insurance-premiums.ts';
import { radioEquipmentImportPermit } from './radio-equipment-import-permit.ts';
import { savingsTransactions } from './savings-transactions.ts';
import { shipRadioStationLicence } from './ship-radio-station-licence.ts';

/** In the order of the handbook's tables. */
export const postAndCommunications: readonly CatalogueEntry[] = [
  savingsTransactions,
  postalLifeInsurancePremiums,
  amateurRadioLicence,
  shipRadioStationLicence,
  radioEquipmentImportPermit,
];
