import type { CatalogueEntry } from '../types.ts';
import { lawyerQualification } from './lawyer-qualification.ts';
import { releaseFromCustody } from './release-from-custody.ts';
import { residenceRestriction } from './residence-restriction.ts';

/** In the order of the handbook's tables. */
export const justice: readonly CatalogueEntry[] = [lawyerQualification, releaseFromCustody, residenceRestriction];
