import { accountsContract } from '../../accounts/storage.contract.ts';
import { countyAccounts } from '../../county/staff/accounts.fixture.ts';
import { memoryCountyStorage } from './county.ts';

accountsContract('county in memory', memoryCountyStorage, countyAccounts);
