import { signaturesContract } from '#server/platform/identity/signature-storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

signaturesContract('memory', memoryPlatformStorage);
