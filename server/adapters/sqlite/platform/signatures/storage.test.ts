import { signaturesContract } from '#server/platform/identity/signature-storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

signaturesContract('sqlite', () => sqlitePlatformStorage(':memory:'));
