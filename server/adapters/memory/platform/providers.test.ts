import { providersContract } from '../../../platform/storage/providers.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

providersContract('memory', memoryPlatformStorage);
