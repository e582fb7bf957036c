/** Datasets with a writer of their own, by their row in the handbook's table; all others are written from their samples. */
import { cadastre } from './cadastre.ts';
import { companyRegistration } from './company-registration.ts';
import { disability } from './disability.ts';
import { drivingLicence } from './driving-licence.ts';
import { idCardImage } from './id-card-image.ts';
import { kinship } from './kinship.ts';
import { lowIncome } from './low-income.ts';
import { personalHousehold } from './personal-household.ts';
import { vehicle } from './vehicle.ts';
import { wholeHousehold } from './whole-household.ts';
import type { Writer } from './writer.ts';

export const writers: ReadonlyMap<number | null, Writer> = new Map<number, Writer>([
  [1, personalHousehold],
  [2, wholeHousehold],
  [3, kinship],
  [4, idCardImage],
  [5, cadastre],
  [22, companyRegistration],
  [38, vehicle],
  [39, drivingLicence],
  [59, lowIncome],
  [63, disability],
]);
