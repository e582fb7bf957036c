import { spCallsContract } from '#server/platform/delivery/sp-call-storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

spCallsContract('sqlite', () => sqlitePlatformStorage(':memory:'));
