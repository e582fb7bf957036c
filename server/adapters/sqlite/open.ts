/**
 * Opens a SQLite database the way this project needs it. `synchronous=FULL` because a lost commit could bring a used
 * ticket back; `secure_delete` with TRUNCATE checkpoints because only both together erase deleted rows from the files.
 */
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { GuardFailed, type CommitResult } from '../../storage/plan.ts';

export type SqliteDatabase = BetterSQLite3Database & { readonly $client: Database.Database };

export interface OpenOptions {
  /** `false`: a power cut may lose the last commits, and no commit waits for the disk. */
  readonly durable?: boolean;
}

/**
 * @param file made where there is none; its folder must be there · `durable: false` where a lost commit harms nobody:
 * the last ones may be gone after a power cut
 * Waits up to 5 s for another process that writes.
 */
export function connect(file: string, { durable = true }: OpenOptions = {}): Database.Database {
  const client = new Database(file);
  client.pragma('journal_mode = WAL');
  client.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
  client.pragma('secure_delete = ON');
  client.pragma('foreign_keys = ON');
  client.pragma('busy_timeout = 5000');
  return client;
}

/** Only to look: the file stays as it is, to the byte. */
export const lookInto = (file: string): Database.Database =>
  new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });

/** `file` is a path or `:memory:`; `migrations` a folder that drizzle-kit wrote. */
export function openSqlite(file: string, migrations: string, options?: OpenOptions): SqliteDatabase {
  const db = drizzle(connect(file, options)) as SqliteDatabase;
  migrate(db, { migrationsFolder: migrations });
  return db;
}

/** Brings the tables of one more area up to date; its migrations are counted in a table of their own. */
export function migrateArea(db: SqliteDatabase, area: string, migrations: string): void {
  migrate(db, { migrationsFolder: migrations, migrationsTable: `__drizzle_migrations_${area}` });
}

/** Writes the log into the database and empties it, so that what was deleted is gone from both files. */
export function eraseDeleted(db: SqliteDatabase): void {
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
}

/** Runs `work` in one immediate transaction; a `GuardFailed` rolls it back and becomes the result. */
export function commitPlan<Reason extends string>(db: SqliteDatabase, work: () => void): CommitResult<Reason> {
  try {
    db.$client.transaction(work).immediate();
    return { ok: true };
  } catch (error) {
    if (error instanceof GuardFailed) return { ok: false, reason: error.reason as Reason };
    throw error;
  }
}

/** Rolls the plan back unless the statement touched exactly `rows` rows. */
export function guard<Reason extends string>(result: { readonly changes: number }, reason: Reason, rows = 1): void {
  if (result.changes !== rows) throw new GuardFailed(reason);
}
