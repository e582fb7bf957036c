import { registryContract } from '#server/platform/registry/storage.contract.ts';
import { sqlitePlatformStorage } from './storage.ts';

registryContract('sqlite', () => sqlitePlatformStorage(':memory:'));
