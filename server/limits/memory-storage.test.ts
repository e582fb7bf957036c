import { limitStorageContract } from './storage.contract.ts';
import { memoryLimitStorage } from './memory-storage.ts';

limitStorageContract('memory', memoryLimitStorage);
