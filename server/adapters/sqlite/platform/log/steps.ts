import type { LogStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';

export const logSteps: Handlers<LogStep> = {};
