import { signaturesContract } from '../../../platform/storage/signatures.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

signaturesContract('memory', memoryPlatformStorage);
