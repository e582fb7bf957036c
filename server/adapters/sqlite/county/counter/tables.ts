import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Not bound to its draft by a foreign key: it tells of the case when the draft is gone. */
export const cases = sqliteTable(
  'counter_cases',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id').notNull(),
    txId: text('tx_id').notNull().unique(),
    service: text('service').notNull(),
    /** Empty only from before offices were records, until the start that places it. */
    office: text('office').notNull().default(''),
    agency: text('agency').notNull(),
    counter: text('counter').notNull(),
    clerkId: text('clerk_id').notNull(),
    clerkName: text('clerk_name').notNull(),
    state: text('state', { enum: ['open', 'submitted', 'taken', 'closed', 'failed'] }).notNull(),
    openedAt: text('opened_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    endedAt: text('ended_at'),
    applicationNumber: text('application_number'),
  },
  (row) => [index('counter_cases_desk').on(row.office, row.counter, row.openedAt)],
);
