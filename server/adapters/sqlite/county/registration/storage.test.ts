import { registrationStorageContract } from '#server/county/registration/storage.contract.ts';
import { sqliteCountyStorage } from '../storage.ts';

registrationStorageContract('SQLite', async () => sqliteCountyStorage(':memory:'));
