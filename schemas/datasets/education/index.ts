import type { CatalogueEntry } from '../types.ts';
import { researchAwards } from './research-awards.ts';
import { researchGrants } from './research-grants.ts';
import { seniorHighSchoolStatus } from './senior-high-school-status.ts';
import { teacherCertificate } from './teacher-certificate.ts';

/** In the order of the handbook's tables. */
export const education: readonly CatalogueEntry[] = [
  seniorHighSchoolStatus,
  teacherCertificate,
  researchGrants,
  researchAwards,
];
