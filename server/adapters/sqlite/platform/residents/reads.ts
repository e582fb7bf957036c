import type { ResidentReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';

export const residentReads = (_db: SqliteDatabase): ResidentReads => ({});
