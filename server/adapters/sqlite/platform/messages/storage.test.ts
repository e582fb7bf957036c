import { messagesContract } from '../../../../platform/storage/messages.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

messagesContract('sqlite', () => sqlitePlatformStorage(':memory:'));
