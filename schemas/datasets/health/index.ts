import type { CatalogueEntry } from '../types.ts';
import { birthAndStillbirthReports } from './birth-and-stillbirth-reports.ts';
import { healthProfessional } from './health-professional.ts';
import { healthProfessionalEducation } from './health-professional-education.ts';
import { vaccinations } from './vaccinations.ts';

/** In the order of the handbook's tables. */
export const health: readonly CatalogueEntry[] = [
  healthProfessional,
  vaccinations,
  birthAndStillbirthReports,
  healthProfessionalEducation,
];
