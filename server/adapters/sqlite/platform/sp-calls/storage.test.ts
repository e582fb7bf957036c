import { spCallsContract } from '../../../../platform/storage/sp-calls.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

spCallsContract('sqlite', () => sqlitePlatformStorage(':memory:'));
