import { messagesContract } from '#server/platform/messages/storage.contract.ts';
import { memoryPlatformStorage } from './storage.ts';

messagesContract('memory', memoryPlatformStorage);
