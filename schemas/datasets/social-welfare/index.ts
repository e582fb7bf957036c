import type { CatalogueEntry } from '../types.ts';
import { disability } from './disability.ts';
import { longTermCareAssessment } from './long-term-care-assessment.ts';
import { lowIncome } from './low-income.ts';
import { socialWorkerQualification } from './social-worker-qualification.ts';
import { volunteerHours } from './volunteer-hours.ts';

/** In the order of the handbook's tables. */
export const socialWelfare: readonly CatalogueEntry[] = [
  lowIncome,
  volunteerHours,
  socialWorkerQualification,
  disability,
  longTermCareAssessment,
];
