/** What is still to be said to service providers. The words only in `content`. */
import { envelope, index, integer, table, text, time } from '../columns.ts';

export const spCalls = table(
  'sp_calls',
  {
    txId: text('tx_id').primaryKey(),
    at: time('at').notNull(),
    until: time('until').notNull(),
    tries: integer('tries').notNull(),
    nextAt: time('next_at').notNull(),
    heldBy: text('held_by'),
    content: envelope('content').notNull(),
  },
  (row) => [index('sp_calls_due').on(row.nextAt)],
);
