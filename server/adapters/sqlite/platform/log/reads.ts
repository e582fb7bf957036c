import type { LogReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';

export const logReads = (_db: SqliteDatabase): LogReads => ({});
