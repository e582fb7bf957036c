import { staffStorageContract } from '#server/platform/staff/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

staffStorageContract('memory', memoryPlatformStorage);
