/** The log's rows as `platform/log/append.ts` wants them. Statements are prepared once: an event may not slow a journey. */
import { and, desc, eq, max, sql } from 'drizzle-orm';
import { broken, type LogRows } from '#server/platform/log/append.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy } from '../rows.ts';
import { checkpoints, entries, nodes, subjects } from './tables.ts';

const prepare = (db: SqliteDatabase) => ({
  last: db
    .select({ index: max(entries.index) })
    .from(entries)
    .prepare(),
  node: db
    .select({ hash: nodes.hash })
    .from(nodes)
    .where(and(eq(nodes.level, sql.placeholder('level')), eq(nodes.index, sql.placeholder('index'))))
    .prepare(),
  subject: db
    .select()
    .from(subjects)
    .where(eq(subjects.txId, sql.placeholder('txId')))
    .prepare(),
  checkpoint: db.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1).prepare(),
  addEntry: db
    .insert(entries)
    .values({ index: sql.placeholder('index'), entry: sql.placeholder('entry') })
    .onConflictDoNothing()
    .prepare(),
  addNode: db
    .insert(nodes)
    .values({ level: sql.placeholder('level'), index: sql.placeholder('index'), hash: sql.placeholder('hash') })
    .onConflictDoNothing()
    .prepare(),
});

const prepared = new WeakMap<SqliteDatabase, LogRows>();

/** One set of statements per connection, however often it is asked for. */
export function logRows(db: SqliteDatabase): LogRows {
  const known = prepared.get(db);
  if (known) return known;
  const made = makeRows(db);
  prepared.set(db, made);
  return made;
}

function makeRows(db: SqliteDatabase): LogRows {
  const statements = prepare(db);
  const added = ({ changes }: { readonly changes: number }): void => {
    if (changes !== 1) broken();
  };
  return {
    size: () => (statements.last.get()?.index ?? -1) + 1,
    node: (place) => statements.node.get({ ...place })?.hash,
    subject: (txId) => tidy(statements.subject.get({ txId })),
    checkpoint: () => statements.checkpoint.get(),
    addEntry: (entry) => added(statements.addEntry.run({ ...entry })),
    addNode: (node) => added(statements.addNode.run({ ...node })),
    putSubject: ({ txId, ...row }) =>
      void db
        .insert(subjects)
        .values({ txId, ...row })
        .onConflictDoUpdate({ target: subjects.txId, set: row })
        .run(),
    addCheckpoint: (checkpoint) => added(db.insert(checkpoints).values(checkpoint).onConflictDoNothing().run()),
  };
}
