import type { CatalogueEntry } from '../types.ts';
import { electricityUse } from './electricity-use.ts';
import { naturalGasAccount } from './natural-gas-account.ts';
import { renewableEnergyConsents } from './renewable-energy-consents.ts';
import { renewableEnergyRegistrations } from './renewable-energy-registrations.ts';
import { waterAccountTransfer } from './water-account-transfer.ts';
import { waterPipeContractorPermit } from './water-pipe-contractor-permit.ts';
import { waterPipeTechnicianCertificate } from './water-pipe-technician-certificate.ts';
import { waterRights } from './water-rights.ts';
import { waterUse } from './water-use.ts';
import { waterworksStaffCertificate } from './waterworks-staff-certificate.ts';

/** In the order of the handbook's tables. */
export const waterAndEnergy: readonly CatalogueEntry[] = [
  waterPipeContractorPermit,
  waterPipeTechnicianCertificate,
  waterworksStaffCertificate,
  waterRights,
  renewableEnergyConsents,
  renewableEnergyRegistrations,
  electricityUse,
  waterAccountTransfer,
  waterUse,
  naturalGasAccount,
];
