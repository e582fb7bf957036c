import { registryContract } from '../../../platform/storage/registry.contract.ts';
import { sqlitePlatformStorage } from './storage.ts';

registryContract('sqlite', () => sqlitePlatformStorage(':memory:'));
