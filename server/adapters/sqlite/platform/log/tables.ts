/** Tables of the log. `log_subjects` alone leads to transactions and persons; its rows go after a year, the rest stays. */
import { bytes, index, integer, primaryKey, table, text, time } from '../columns.ts';

export const entries = table('log_entries', {
  index: integer('idx').primaryKey(),
  entry: text('entry').notNull(),
});

/** Complete subtrees; level 0 holds the leaf hashes. */
export const nodes = table(
  'log_nodes',
  {
    level: integer('level').notNull(),
    index: integer('idx').notNull(),
    hash: bytes('hash').notNull(),
  },
  (row) => [primaryKey({ columns: [row.level, row.index] })],
);

export const checkpoints = table('log_checkpoints', {
  size: integer('size').primaryKey(),
  root: bytes('root').notNull(),
  at: time('at').notNull(),
  note: text('note').notNull(),
});

export const subjects = table(
  'log_subjects',
  {
    txId: text('tx_id').primaryKey(),
    salt: bytes('salt').notNull(),
    startedAt: time('started_at').notNull(),
    clientId: text('client_id'),
    principal: text('principal'),
    record: text('record'),
    recordIndex: integer('record_index'),
  },
  (row) => [index('log_subjects_started').on(row.startedAt)],
);
