import type { CatalogueEntry } from '../types.ts';
import { drivingLicence } from './driving-licence.ts';
import { seaServiceRecord } from './sea-service-record.ts';
import { seafarerCertificates } from './seafarer-certificates.ts';
import { tourGuideLicence } from './tour-guide-licence.ts';
import { tourManagerLicence } from './tour-manager-licence.ts';
import { trafficViolations } from './traffic-violations.ts';
import { unpaidTolls } from './unpaid-tolls.ts';
import { vehicle } from './vehicle.ts';

/** In the order of the handbook's tables. */
export const transport: readonly CatalogueEntry[] = [
  trafficViolations,
  vehicle,
  drivingLicence,
  unpaidTolls,
  tourGuideLicence,
  tourManagerLicence,
  seafarerCertificates,
  seaServiceRecord,
];
