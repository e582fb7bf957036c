import { staffStorageContract } from '../../../platform/storage/staff.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

staffStorageContract('memory', memoryPlatformStorage);
