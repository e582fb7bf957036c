import type { StaffStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';

export const staffSteps: Handlers<StaffStep> = {};
