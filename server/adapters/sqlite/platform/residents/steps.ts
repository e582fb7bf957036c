import type { ResidentStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';

export const residentSteps: Handlers<ResidentStep> = {};
