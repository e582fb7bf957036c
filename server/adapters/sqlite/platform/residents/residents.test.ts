import { residentsContract } from '#server/platform/me/storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

residentsContract('sqlite', () => sqlitePlatformStorage(':memory:'));
