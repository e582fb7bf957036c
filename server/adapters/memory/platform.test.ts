import { platformStorageContract } from '../../platform/storage.contract.ts';
import { memoryPlatformStorage } from './platform.ts';

platformStorageContract('memory', memoryPlatformStorage);
