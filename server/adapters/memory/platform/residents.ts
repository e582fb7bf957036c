import type { ResidentReads, ResidentStep } from '../../../platform/storage.ts';
import type { Area } from './area.ts';

export const residentArea: Area<object, ResidentStep, ResidentReads> = {
  empty: () => ({}),
  steps: {},
  reads: () => ({}),
};
