import { residentsContract } from '#server/platform/me/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

residentsContract('memory', memoryPlatformStorage);
