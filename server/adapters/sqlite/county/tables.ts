import type { ApplicationRow } from '#server/county/storage.ts';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const bytes = (name: string) => blob(name, { mode: 'buffer' });

export const forms = sqliteTable(
  'forms',
  {
    service: text('service').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    definition: text('definition').notNull(),
    validator: text('validator').notNull(),
    publishedAt: text('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.service, table.version] })],
);

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    service: text('service').notNull(),
    formVersion: integer('form_version').notNull(),
    revision: integer('revision').notNull(),
    typed: bytes('typed'),
    createdAt: text('created_at').notNull(),
    savedAt: text('saved_at'),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [uniqueIndex('drafts_owner').on(table.owner, table.service), index('drafts_expiry').on(table.expiresAt)],
);

const ofDraft = () => text('draft_id').references(() => drafts.id, { onDelete: 'cascade' });

export const officials = sqliteTable(
  'officials',
  {
    draftId: ofDraft().primaryKey(),
    txId: text('tx_id').notNull(),
    epoch: text('epoch').notNull(),
    wrappedKey: bytes('wrapped_key').notNull(),
    sealed: bytes('sealed').notNull(),
    receivedAt: text('received_at').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('officials_expiry').on(table.expiresAt)],
);

export const transfers = sqliteTable(
  'transfers',
  {
    txId: text('tx_id').primaryKey(),
    draftId: ofDraft().notNull(),
    service: text('service').notNull(),
    resources: text('resources', { mode: 'json' }).$type<readonly string[]>().notNull(),
    person: text('person').notNull(),
    identityEpoch: text('identity_epoch').notNull(),
    identityKey: bytes('identity_key').notNull(),
    identitySealed: bytes('identity_sealed').notNull(),
    state: text('state', { enum: ['started', 'accepted', 'filled', 'failed'] }).notNull(),
    returnCode: integer('return_code'),
    failCode: text('fail_code'),
    deliveryEpoch: text('delivery_epoch'),
    deliveryKey: bytes('delivery_key'),
    deliverySealed: bytes('delivery_sealed'),
    fetchAt: text('fetch_at'),
    fetchUntil: text('fetch_until'),
    fetchFailures: integer('fetch_failures').notNull().default(0),
    readyAbout: text('ready_about'),
    fetchBy: text('fetch_by'),
    deliveryMark: text('delivery_mark'),
    startedAt: text('started_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('transfers_draft').on(table.draftId, table.updatedAt), index('transfers_state').on(table.state)],
);

export const applications = sqliteTable(
  'applications',
  {
    number: text('number').primaryKey(),
    service: text('service').notNull(),
    formVersion: integer('form_version').notNull(),
    draftId: text('draft_id').notNull().unique(),
    repeatKey: text('repeat_key').notNull(),
    person: text('person').notNull(),
    contents: bytes('contents').notNull(),
    status: text('status', { enum: ['received', 'reviewing', 'returned', 'decided'] }).notNull(),
    history: text('history', { mode: 'json' }).$type<ApplicationRow['history']>().notNull(),
    submittedAt: text('submitted_at').notNull(),
  },
  (table) => [index('applications_repeat').on(table.repeatKey), index('applications_time').on(table.submittedAt)],
);

/** A file hangs on a draft until it is submitted, then on the application. */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    draftId: ofDraft(),
    applicationNumber: text('application_number').references(() => applications.number, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    size: integer('size').notNull(),
    type: text('type').notNull(),
    name: bytes('name').notNull(),
    addedAt: text('added_at').notNull(),
    body: bytes('body').notNull(),
  },
  (table) => [index('files_draft').on(table.draftId), index('files_application').on(table.applicationNumber)],
);

export const transferRecords = sqliteTable(
  'transfer_records',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    event: integer('event').notNull(),
    txId: text('tx_id').notNull(),
    service: text('service').notNull(),
    counterpart: text('counterpart').notNull(),
    person: text('person').notNull(),
    ok: integer('ok', { mode: 'boolean' }).notNull(),
    resource: text('resource'),
    detail: text('detail'),
  },
  (table) => [index('transfer_records_time').on(table.at)],
);
