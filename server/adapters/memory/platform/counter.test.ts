import { counterContract } from '#server/platform/counter/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

counterContract('memory', memoryPlatformStorage);
