import { counterContract } from '../../../../platform/storage/counter.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

counterContract('sqlite', () => sqlitePlatformStorage(':memory:'));
