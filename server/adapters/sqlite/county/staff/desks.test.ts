import { desksStorageContract } from '#server/county/desks/storage.contract.ts';
import { sqliteCountyStorage } from '../storage.ts';

desksStorageContract('SQLite', async () => sqliteCountyStorage(':memory:'));
