/** The outbox. Addresses and words only in `content`. */
import type { MessageChannel, MessageKind, MessageState } from '#server/platform/storage.ts';
import { envelope, index, integer, list, table, text, time } from '../columns.ts';

export const messages = table(
  'messages',
  {
    id: text('id').primaryKey(),
    txId: text('tx_id'),
    kind: text('kind').$type<MessageKind>().notNull(),
    at: time('at').notNull(),
    until: time('until').notNull(),
    channels: list('channels').$type<readonly MessageChannel[]>().notNull(),
    sentBy: list('sent_by').$type<readonly MessageChannel[]>().notNull(),
    state: text('state').$type<MessageState>().notNull(),
    tries: integer('tries').notNull(),
    nextAt: time('next_at').notNull(),
    failure: text('failure'),
    doneAt: time('done_at'),
    content: envelope('content'),
  },
  (row) => [index('messages_due').on(row.state, row.nextAt), index('messages_at').on(row.at)],
);
