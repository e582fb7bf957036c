import { providerStorageContract } from '#server/provider/storage.contract.ts';
import { sqliteProviderStorage } from './storage.ts';

providerStorageContract('sqlite', () => sqliteProviderStorage(':memory:'));
