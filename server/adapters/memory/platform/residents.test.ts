import { residentsContract } from '../../../platform/storage/residents.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

residentsContract('memory', memoryPlatformStorage);
