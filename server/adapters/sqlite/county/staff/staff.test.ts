import { accountsContract } from '#server/accounts/storage.contract.ts';
import { countyAccounts } from '#server/county/staff/accounts.fixture.ts';
import { sqliteCountyStorage } from '../storage.ts';

accountsContract('county on SQLite', () => sqliteCountyStorage(':memory:'), countyAccounts);
