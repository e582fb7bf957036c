import { logStorageContract } from '../../../platform/storage/log.contract.ts';
import { sqlitePlatformStorage } from './storage.ts';

logStorageContract('sqlite', () => sqlitePlatformStorage(':memory:'));
