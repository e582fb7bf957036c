import { messagesContract } from '../../../platform/storage/messages.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

messagesContract('memory', memoryPlatformStorage);
