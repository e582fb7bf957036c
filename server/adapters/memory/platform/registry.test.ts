import { registryContract } from '#server/platform/registry/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

registryContract('memory', memoryPlatformStorage);
