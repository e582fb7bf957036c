import { logStorageContract } from '#server/platform/log/storage.contract.ts';
import { sqlitePlatformStorage } from './storage.ts';

logStorageContract('sqlite', () => sqlitePlatformStorage(':memory:'));
