import { counterContract } from '../../../platform/storage/counter.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

counterContract('memory', memoryPlatformStorage);
