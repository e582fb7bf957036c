/**
 * Sums of what the tables hold, by kind, in one small table. Triggers keep them within the transaction that changes a row,
 * so that no process ever reads an old sum and nobody measures. They are made at the opening; where a migration has made a
 * table anew, or the rules have changed, the sums are counted once.
 */
import type { SqliteDatabase } from './open.ts';

export interface Measured {
  readonly table: string;
  readonly kind: string | { readonly when: (row: string) => string; readonly then: string; readonly otherwise: string };
  /** Columns of any length. */
  readonly columns: readonly string[];
  /** A column that says how long another one is, which need not be read. */
  readonly lengths?: readonly string[];
}

/** Of a row's other columns and its indexes. */
export const bytesOfRow = 300;

const kindOf = ({ kind }: Measured, row: string): string =>
  typeof kind === 'string'
    ? `'${kind}'`
    : `CASE WHEN ${kind.when(row)} THEN '${kind.then}' ELSE '${kind.otherwise}' END`;

const bytesOf = ({ columns, lengths = [] }: Measured, row: string): string =>
  [
    String(bytesOfRow),
    ...columns.map((column) => `coalesce(octet_length(${row}.${column}), 0)`),
    ...lengths.map((column) => `${row}.${column}`),
  ].join(' + ');

function triggersOf(measured: Measured): ReadonlyMap<string, string> {
  const { table, kind, columns, lengths = [] } = measured;
  const change = (sign: '+' | '-', row: 'NEW' | 'OLD'): string =>
    `UPDATE sizes SET bytes = bytes ${sign} (${bytesOf(measured, row)}) WHERE kind = ${kindOf(measured, row)};`;
  const made = (name: string, when: string, body: string) =>
    [
      `sizes_${table}_${name}`,
      `CREATE TRIGGER sizes_${table}_${name} AFTER ${when} ON ${table} BEGIN ${body} END`,
    ] as const;
  const changing = [...columns, ...lengths];
  const any = typeof kind !== 'string' || !changing.length ? '' : ` OF ${changing.join(', ')}`;
  return new Map([
    made('insert', 'INSERT', change('+', 'NEW')),
    made('delete', 'DELETE', change('-', 'OLD')),
    made('update', `UPDATE${any}`, `${change('-', 'OLD')} ${change('+', 'NEW')}`),
  ]);
}

const kindsOf = ({ kind }: Measured): readonly string[] =>
  typeof kind === 'string' ? [kind] : [kind.then, kind.otherwise];

/** Idempotent, in one transaction: where the triggers are as wanted nothing is written. */
export function keepSizes(db: SqliteDatabase, tables: readonly Measured[]): void {
  const { $client: client } = db;
  const wanted = new Map(tables.flatMap((one) => [...triggersOf(one)]));
  client
    .transaction(() => {
      client.exec('CREATE TABLE IF NOT EXISTS sizes (kind TEXT PRIMARY KEY NOT NULL, bytes INTEGER NOT NULL)');
      const there = new Map(
        client
          .prepare<[], { name: string; sql: string }>(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'sizes\\_%' ESCAPE '\\'",
          )
          .all()
          .map(({ name, sql }) => [name, sql]),
      );
      if (there.size === wanted.size && [...wanted].every(([name, sql]) => there.get(name) === sql)) return;
      for (const name of there.keys()) client.exec(`DROP TRIGGER ${name}`);
      for (const sql of wanted.values()) client.exec(sql);
      client.exec('DELETE FROM sizes');
      const add = client.prepare(
        'INSERT INTO sizes (kind, bytes) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET bytes = bytes + excluded.bytes',
      );
      for (const one of tables) {
        for (const kind of kindsOf(one)) add.run(kind, 0);
        const sums = client
          .prepare<[], { kind: string; bytes: number }>(
            `SELECT ${kindOf(one, one.table)} AS kind, sum(${bytesOf(one, one.table)}) AS bytes FROM ${one.table} GROUP BY 1`,
          )
          .all();
        for (const { kind, bytes } of sums) add.run(kind, bytes);
      }
    })
    .immediate();
}

/** Bytes by kind, of a database with `keepSizes`; kinds that never had a row are 0. */
export const sizesIn = (db: SqliteDatabase): Readonly<Record<string, number>> =>
  Object.fromEntries(
    db.$client
      .prepare<[], { kind: string; bytes: number }>('SELECT kind, bytes FROM sizes')
      .all()
      .map(({ kind, bytes }) => [kind, bytes]),
  );
