import { providersContract } from '#server/platform/providers/storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

providersContract('sqlite', () => sqlitePlatformStorage(':memory:'));
