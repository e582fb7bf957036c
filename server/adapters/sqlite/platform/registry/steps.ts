import type { RegistryStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';

export const registrySteps: Handlers<RegistryStep> = {};
