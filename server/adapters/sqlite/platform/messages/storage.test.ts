import { messagesContract } from '#server/platform/messages/storage.contract.ts';
import { sqlitePlatformStorage } from '../storage.ts';

messagesContract('sqlite', () => sqlitePlatformStorage(':memory:'));
