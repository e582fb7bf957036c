import { counterContract } from '#server/platform/counter/storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

counterContract('sqlite', () => sqlitePlatformStorage(':memory:'));
