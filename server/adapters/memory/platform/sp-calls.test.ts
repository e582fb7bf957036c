import { spCallsContract } from '../../../platform/storage/sp-calls.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

spCallsContract('memory', memoryPlatformStorage);
