import { platformStorageContract } from '../../../platform/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

platformStorageContract('memory', memoryPlatformStorage);
