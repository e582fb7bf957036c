import { logStorageContract } from '#server/platform/log/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

logStorageContract('memory', memoryPlatformStorage);
