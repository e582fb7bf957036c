import { registryContract } from '../../../platform/storage/registry.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

registryContract('memory', memoryPlatformStorage);
