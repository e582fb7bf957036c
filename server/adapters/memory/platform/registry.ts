import type { RegistryReads, RegistryStep } from '../../../platform/storage.ts';
import type { Area } from './area.ts';

export const registryArea: Area<object, RegistryStep, RegistryReads> = {
  empty: () => ({}),
  steps: {},
  reads: () => ({}),
};
