import { residentsContract } from '../../../../platform/storage/residents.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

residentsContract('sqlite', () => sqlitePlatformStorage(':memory:'));
