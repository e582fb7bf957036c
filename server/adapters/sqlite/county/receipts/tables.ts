import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const bytes = (name: string) => blob(name, { mode: 'buffer' });

/** On no draft: what was received is confirmed though the draft is gone. */
export const receipts = sqliteTable(
  'receipts',
  {
    txId: text('tx_id').primaryKey(),
    epoch: text('epoch').notNull(),
    wrappedKey: bytes('wrapped_key').notNull(),
    sealed: bytes('sealed').notNull(),
    at: text('at').notNull(),
    tries: integer('tries').notNull(),
    until: text('until').notNull(),
  },
  (table) => [index('receipts_due').on(table.at)],
);
