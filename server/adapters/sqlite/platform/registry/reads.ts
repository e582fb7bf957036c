import type { RegistryReads } from '../../../../platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';

export const registryReads = (_db: SqliteDatabase): RegistryReads => ({});
