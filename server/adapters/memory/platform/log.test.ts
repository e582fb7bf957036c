import { logStorageContract } from '../../../platform/storage/log.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

logStorageContract('memory', memoryPlatformStorage);
