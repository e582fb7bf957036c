import type { StaffReads, StaffStep } from '../../../platform/storage.ts';
import type { Area } from './area.ts';

export const staffArea: Area<object, StaffStep, StaffReads> = { empty: () => ({}), steps: {}, reads: () => ({}) };
