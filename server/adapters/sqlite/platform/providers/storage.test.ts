import { providersContract } from '../../../../platform/storage/providers.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

providersContract('sqlite', () => sqlitePlatformStorage(':memory:'));
