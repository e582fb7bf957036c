/**
 * One process per data folder: the operating system's own lock on a small file, by way of SQLite. It ends with the process
 * however that ends, so nobody ever has to remove it.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FolderRefused } from './refused.ts';

const lockFile = 'running.lock';

/** → gives the folder back. @throws FolderRefused while another has it */
export function lockFolder(folder: string, label: string): () => void {
  const file = new Database(join(folder, lockFile), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new FolderRefused(
      `${label}: another process is running in ${folder}. Two would give out the same numbers and overwrite each other's marks. Stop that one first, or name another folder in MYDATA_DATA.`,
    );
  }
  return () => file.close();
}
