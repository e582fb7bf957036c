import { builderStorageContract } from '#server/county/forms/storage.contract.ts';
import { sqliteCountyStorage } from '../storage.ts';

builderStorageContract('SQLite', async () => sqliteCountyStorage(':memory:'));
