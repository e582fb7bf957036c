import type { CatalogueEntry } from '../types.ts';
import { cultureAwards } from './culture-awards.ts';
import { cultureGrants } from './culture-grants.ts';
import { hakkaLanguageCertificate } from './hakka-language-certificate.ts';
import { hakkaLanguageTeacher } from './hakka-language-teacher.ts';
import { indigenousLanguageCertification } from './indigenous-language-certification.ts';
import { museumRegistrations } from './museum-registrations.ts';

/** In the order of the handbook's tables. */
export const culture: readonly CatalogueEntry[] = [
  cultureGrants,
  cultureAwards,
  indigenousLanguageCertification,
  hakkaLanguageTeacher,
  hakkaLanguageCertificate,
  museumRegistrations,
];
