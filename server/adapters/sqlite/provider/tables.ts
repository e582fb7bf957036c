/** Tables of the data provider. */
import { index, integer, json, primaryKey, table, text, time } from './columns.ts';

export const records = table(
  'records',
  {
    resourceId: text('resource_id').notNull(),
    uid: text('uid').notNull(),
    payload: json('payload').notNull(),
  },
  (row) => [primaryKey({ columns: [row.resourceId, row.uid] })],
);

export const seeds = table('seeds', {
  slug: text('slug').primaryKey(),
  uid: text('uid').notNull(),
  digest: text('digest').notNull(),
});

export const preparations = table(
  'preparations',
  {
    transactionUid: text('transaction_uid').notNull(),
    resourceId: text('resource_id').notNull(),
    readyAt: time('ready_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.transactionUid, row.resourceId] }), index('preparations_ready').on(row.readyAt)],
);

export const calls = table(
  'calls',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    transactionUid: text('transaction_uid').notNull(),
    resourceId: text('resource_id').notNull(),
    code: integer('code').notNull(),
    at: time('at').notNull(),
    personHash: text('person_hash'),
  },
  (row) => [
    index('calls_transaction').on(row.transactionUid),
    index('calls_at').on(row.at),
    index('calls_person').on(row.personHash),
  ],
);
