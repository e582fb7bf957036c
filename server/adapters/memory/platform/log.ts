import type { LogReads, LogStep } from '../../../platform/storage.ts';
import type { Area } from './area.ts';

export const logArea: Area<object, LogStep, LogReads> = { empty: () => ({}), steps: {}, reads: () => ({}) };
