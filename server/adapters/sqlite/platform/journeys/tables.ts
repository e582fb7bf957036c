/** Tables of the platform. Personal data only in `envelope` columns. */
import type { IdentityMethod } from '#schemas/datasets/types.ts';
import type { Holder, JourneyFields, Screen, TransferEvent } from '#server/platform/storage.ts';
import { bytes, envelope, flag, index, integer, list, primaryKey, table, text, time } from '../columns.ts';

export const transactions = table(
  'transactions',
  {
    txId: text('tx_id').primaryKey(),
    clientId: text('client_id').notNull(),
    resources: list('resources').notNull(),
    startedAt: time('started_at').notNull(),
    personHash: text('person_hash'),
    method: text('method').$type<IdentityMethod>(),
    code: integer('code'),
    endedAt: time('ended_at'),
  },
  (row) => [index('transactions_started').on(row.startedAt), index('transactions_person').on(row.personHash)],
);

export const journeys = table('journeys', {
  id: text('id').primaryKey(),
  sessionHash: text('session_hash').notNull(),
  txId: text('tx_id').notNull().unique(),
  clientId: text('client_id').notNull(),
  resources: list('resources').notNull(),
  fields: text('fields', { mode: 'json' }).$type<JourneyFields>(),
  returnUrl: text('return_url').notNull(),
  pid: envelope('pid'),
  screen: text('screen').$type<Screen>().notNull(),
  startedAt: time('started_at').notNull(),
  activeAt: time('active_at').notNull(),
  method: text('method').$type<IdentityMethod>(),
  person: envelope('person'),
  parameters: envelope('parameters'),
  waitingSince: time('waiting_since'),
  waitedMs: integer('waited_ms').notNull().default(0),
  bindingFor: text('binding_for'),
  code: integer('code'),
});

export const events = table(
  'events',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    txId: text('tx_id').notNull(),
    at: time('at').notNull(),
    number: integer('number').notNull(),
    source: text('source').$type<TransferEvent['source']>().notNull(),
    ok: flag('ok').notNull(),
    resourceId: text('resource_id'),
    transactionUid: text('transaction_uid'),
  },
  (row) => [index('events_transaction').on(row.txId), index('events_at').on(row.at)],
);

export const packages = table(
  'packages',
  {
    txId: text('tx_id').notNull(),
    resourceId: text('resource_id').notNull(),
    code: integer('code').notNull(),
    package: envelope('package'),
    at: time('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.txId, row.resourceId] }), index('packages_at').on(row.at)],
);

export const tickets = table(
  'tickets',
  {
    hash: text('hash').primaryKey(),
    txId: text('tx_id').notNull(),
    clientId: text('client_id').notNull(),
    secret: envelope('secret'),
    uidHash: text('uid_hash'),
    issuedAt: time('issued_at').notNull(),
    expiresAt: time('expires_at').notNull(),
    redeemedAt: time('redeemed_at'),
    fetchHash: text('fetch_hash'),
    keptUntil: time('kept_until'),
    confirmedAt: time('confirmed_at'),
  },
  (row) => [index('tickets_transaction').on(row.txId)],
);

export const tokens = table(
  'tokens',
  {
    hash: text('hash').primaryKey(),
    holderKind: text('holder_kind').$type<Holder['kind']>().notNull(),
    holderId: text('holder_id').notNull(),
    txId: text('tx_id').notNull(),
    resourceId: text('resource_id').notNull(),
    transactionUid: text('transaction_uid').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (row) => [index('tokens_holder').on(row.holderId)],
);

export const asks = table(
  'asks',
  {
    txId: text('tx_id').notNull(),
    resourceId: text('resource_id').notNull(),
    transactionUid: text('transaction_uid').notNull(),
    askedAt: time('asked_at').notNull(),
    retryAt: time('retry_at'),
  },
  (row) => [primaryKey({ columns: [row.txId, row.resourceId] })],
);

export const challenges = table(
  'challenges',
  {
    id: text('id').primaryKey(),
    journeyId: text('journey_id').notNull(),
    purpose: text('purpose').notNull(),
    expiresAt: time('expires_at').notNull(),
  },
  (row) => [index('challenges_journey').on(row.journeyId)],
);

export const consents = table('consents', {
  txId: text('tx_id').primaryKey(),
  given: flag('given').notNull(),
  at: time('at').notNull(),
  wordsHash: text('words_hash').notNull(),
  withdrawnAt: time('withdrawn_at'),
});

/** What consent screens said, each wording once. */
export const consentWords = table('consent_words', { hash: text('hash').primaryKey(), words: text('words').notNull() });

export const certificates = table('citizen_certificates', {
  serial: text('serial').primaryKey(),
  personHash: text('person_hash').notNull(),
});

export const passkeys = table(
  'passkeys',
  {
    credentialId: text('credential_id').primaryKey(),
    personHash: text('person_hash').notNull(),
    publicKey: bytes('public_key').notNull(),
    signCount: integer('sign_count').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (row) => [index('passkeys_person').on(row.personHash)],
);
