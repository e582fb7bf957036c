import type { CatalogueEntry } from '../types.ts';
import { bereavedFamilyRepresentativeCard } from './bereaved-family-representative-card.ts';
import { conscriptPhysicalGrade } from './conscript-physical-grade.ts';
import { pensionRecipientStatus } from './pension-recipient-status.ts';
import { secondCategoryVeteranCard } from './second-category-veteran-card.ts';
import { veteranAssistiveDevices } from './veteran-assistive-devices.ts';
import { veteranCard } from './veteran-card.ts';
import { veteranCollegeSubsidy } from './veteran-college-subsidy.ts';
import { veteranDependantCard } from './veteran-dependant-card.ts';
import { veteranExamSubsidy } from './veteran-exam-subsidy.ts';
import { veteranStudySubsidy } from './veteran-study-subsidy.ts';
import { veteransInFullCare } from './veterans-in-full-care.ts';

/** In the order of the handbook's tables. */
export const military: readonly CatalogueEntry[] = [
  conscriptPhysicalGrade,
  veteranCard,
  bereavedFamilyRepresentativeCard,
  secondCategoryVeteranCard,
  veteransInFullCare,
  veteranStudySubsidy,
  veteranCollegeSubsidy,
  veteranExamSubsidy,
  veteranDependantCard,
  pensionRecipientStatus,
  veteranAssistiveDevices,
];
