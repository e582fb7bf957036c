/**
 * Marks inside a database, the newest of which is also kept outside it: a copy from before has not got it. On a connection of
 * its own, so that SQLite tells when the others wrote.
 */
import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { connect, lookInto } from './open.ts';

export interface MarkRow {
  readonly no: number;
  /** Two databases that went on from the same copy differ in it. */
  readonly token: string;
  /** How often a backup was taken up before. */
  readonly generation: number;
  readonly at: string;
}

export interface Marks {
  latest(): MarkRow | undefined;
  row(no: number): MarkRow | undefined;
  /** Whether others wrote since this was last asked. */
  isWritten(): boolean;
  /**
   * The next one, on the disk when this returns. Old ones go, as far as the one that is known outside is newer.
   * @param known numbers: one that this must be above, and the newest that was written outside
   */
  add(
    next: Pick<MarkRow, 'generation' | 'at'>,
    known?: { readonly above?: number | undefined; readonly outside?: number },
  ): MarkRow;
  /** The newest signed head of the platform's log. */
  checkpoint(): string | undefined;
  /** A node of the log's tree. */
  node(level: number, index: number): Uint8Array | undefined;
  close(): void;
}

const kept = 1000;

/** The table is made with the first mark. To be closed by whoever opened it. */
export const openMarks = (file: string): Marks => marksIn(connect(file));

/** Of a database that may be refused. */
export const lookAtMarks = (file: string): Omit<Marks, 'add' | 'isWritten'> => marksIn(lookInto(file));

function marksIn(db: Database): Marks {
  const has = (table: string): boolean =>
    db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !== undefined;
  const one = <Row>(table: string, query: string, ...values: readonly unknown[]): Row | undefined =>
    has(table) ? (db.prepare(query).get(...values) as Row | undefined) : undefined;
  let version: unknown;
  const latest = (): MarkRow | undefined => one('marks', 'SELECT * FROM marks ORDER BY no DESC LIMIT 1');
  return {
    latest,
    row: (no) => one('marks', 'SELECT * FROM marks WHERE no = ?', no),
    isWritten() {
      const before = version;
      version = db.pragma('data_version', { simple: true });
      return version !== before;
    },
    add({ generation, at }, { above = 0, outside = 0 } = {}) {
      return db
        .transaction(() => {
          db.exec(
            'CREATE TABLE IF NOT EXISTS marks (no INTEGER PRIMARY KEY, token TEXT NOT NULL, generation INTEGER NOT NULL, at TEXT NOT NULL)',
          );
          const no = Math.max(latest()?.no ?? 0, above) + 1;
          const row = { no, token: randomBytes(16).toString('hex'), generation, at };
          db.prepare('INSERT INTO marks (no, token, generation, at) VALUES (@no, @token, @generation, @at)').run(row);
          db.prepare('DELETE FROM marks WHERE no <= ?').run(Math.min(row.no - kept, outside - 1));
          return row;
        })
        .immediate();
    },
    checkpoint: () =>
      one<{ note: string }>('log_checkpoints', 'SELECT note FROM log_checkpoints ORDER BY size DESC LIMIT 1')?.note,
    node: (level, index) =>
      one<{ hash: Uint8Array }>('log_nodes', 'SELECT hash FROM log_nodes WHERE level = ? AND idx = ?', level, index)
        ?.hash,
    close: () => void db.close(),
  };
}
