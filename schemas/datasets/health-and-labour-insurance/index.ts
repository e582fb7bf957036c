import type { CatalogueEntry } from '../types.ts';
import { disabilityPremiumSubsidy } from './disability-premium-subsidy.ts';
import { healthInsuranceEnrolment } from './health-insurance-enrolment.ts';
import { healthInsurancePremiums } from './health-insurance-premiums.ts';
import { insuranceBenefitDetails } from './insurance-benefit-details.ts';
import { insuranceBenefitSummary } from './insurance-benefit-summary.ts';
import { labourInsuranceEnrolment } from './labour-insurance-enrolment.ts';
import { labourInsurancePension } from './labour-insurance-pension.ts';
import { labourInsurancePremiums } from './labour-insurance-premiums.ts';
import { labourPensionClaims } from './labour-pension-claims.ts';
import { labourPensionContributions } from './labour-pension-contributions.ts';
import { nationalPension } from './national-pension.ts';
import { oldAgeFarmersAllowance } from './old-age-farmers-allowance.ts';

/** In the order of the handbook's tables. */
export const healthAndLabourInsurance: readonly CatalogueEntry[] = [
  labourInsuranceEnrolment,
  labourInsurancePension,
  nationalPension,
  labourPensionContributions,
  insuranceBenefitDetails,
  disabilityPremiumSubsidy,
  insuranceBenefitSummary,
  oldAgeFarmersAllowance,
  labourInsurancePremiums,
  labourPensionClaims,
  healthInsuranceEnrolment,
  healthInsurancePremiums,
];
