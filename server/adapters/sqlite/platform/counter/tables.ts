/** Tables of the counter. Serials and codes as keyed hashes only, people in `envelope` columns and as keyed hashes. */
import type { BarcodeHolder, BarcodeState, DelegationState } from '#server/platform/storage.ts';
import { envelope, index, integer, table, text, time } from '../columns.ts';

export const barcodes = table(
  'barcodes',
  {
    /** In the order of issue. */
    no: integer('no').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    txId: text('tx_id').notNull(),
    clientId: text('client_id').notNull(),
    holder: text('holder').$type<BarcodeHolder>().notNull(),
    serialHash: text('serial_hash').notNull().unique(),
    issuedAt: time('issued_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    state: text('state').$type<BarcodeState>().notNull(),
    attacks: integer('attacks').notNull().default(0),
    codes: integer('codes').notNull().default(0),
    codeHash: text('code_hash'),
    codeDesk: text('code_desk'),
    codeSentAt: time('code_sent_at'),
    codeExpiresAt: time('code_expires_at'),
  },
  (row) => [index('barcodes_tx').on(row.txId)],
);

export const attempts = table('counter_attempts', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  desk: text('desk').notNull(),
  clerk: text('clerk').notNull().default(''),
  agency: text('agency').notNull(),
  counter: text('counter').notNull(),
  barcodeId: text('barcode_id'),
  at: time('at').notNull(),
  sentAt: time('sent_at').notNull(),
  until: time('until').notNull(),
});

export const delegations = table(
  'delegations',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    txId: text('tx_id').notNull(),
    clientId: text('client_id').notNull(),
    ownerHash: text('owner_hash').notNull(),
    agentHash: text('agent_hash').notNull(),
    named: envelope('named'),
    agent: envelope('agent'),
    state: text('state').$type<DelegationState>().notNull(),
    offeredAt: time('offered_at').notNull(),
    acceptedAt: time('accepted_at'),
    endedAt: time('ended_at'),
    until: time('until').notNull(),
  },
  (row) => [index('delegations_tx').on(row.txId), index('delegations_agent').on(row.agentHash)],
);
