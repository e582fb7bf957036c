/** Writers of the datasets that come as documents only, by their number in the handbook's table 3. */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Household, Person } from '../household.ts';
import type { EvidenceWriter, Statement } from './evidence.ts';
import { healthInsuranceEnrolment, healthInsurancePremiums } from './health-insurance.ts';
import {
  incomeTaxCertificate,
  incomeTaxPayments,
  incomeTaxRegistration,
  noArrearsNationalTax,
  personalIncome,
} from './income-tax.ts';
import { houseTax, landValueTax, noArrearsLocalTax, property, vehicleLicenceTax } from './local-tax.ts';

const writers: ReadonlyMap<number | null, EvidenceWriter> = new Map([
  [10, vehicleLicenceTax],
  [11, property],
  [12, personalIncome],
  [13, houseTax],
  [14, incomeTaxPayments],
  [17, incomeTaxCertificate],
  [18, incomeTaxRegistration],
  [19, noArrearsNationalTax],
  [20, noArrearsLocalTax],
  [21, landValueTax],
  [57, healthInsuranceEnrolment],
  [58, healthInsurancePremiums],
]);

/** Throws `RangeError` for a dataset that no writer knows: nobody would ever hold it. */
export function evidenceOf({ no, id }: CatalogueEntry, person: Person, household: Household): Statement | null {
  const writer = writers.get(no);
  if (!writer) throw new RangeError(`${id} has no evidence writer`);
  return person.deathDate === undefined ? writer(person, household) : null;
}
