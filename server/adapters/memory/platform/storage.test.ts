import { platformStorageContract } from '#server/platform/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

platformStorageContract('memory', memoryPlatformStorage);
