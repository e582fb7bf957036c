import type { StaffReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';

export const staffReads = (_db: SqliteDatabase): StaffReads => ({});
