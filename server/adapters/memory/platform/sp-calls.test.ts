import { spCallsContract } from '#server/platform/delivery/sp-call-storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

spCallsContract('memory', memoryPlatformStorage);
