import { providersContract } from '#server/platform/providers/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

providersContract('memory', memoryPlatformStorage);
