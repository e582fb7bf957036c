import { signaturesContract } from '../../../../platform/storage/signatures.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

signaturesContract('sqlite', () => sqlitePlatformStorage(':memory:'));
