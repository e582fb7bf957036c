import type { MessageReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';

export const messageReads = (_db: SqliteDatabase): MessageReads => ({});
