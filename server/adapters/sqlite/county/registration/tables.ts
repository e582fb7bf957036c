import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegistrationRow, SubmissionRow } from '#server/county/registration/storage.ts';

export const registrations = sqliteTable('registrations', {
  service: text('service').primaryKey(),
  state: text('state').notNull().$type<RegistrationRow['state']>(),
  since: text('since').notNull(),
  clientId: text('client_id'),
  keys: blob('keys', { mode: 'buffer' }),
  covers: text('covers', { mode: 'json' }).$type<NonNullable<RegistrationRow['covers']>>(),
  pending: text('pending', { mode: 'json' }).$type<NonNullable<RegistrationRow['pending']>>(),
  words: text('words', { mode: 'json' }).$type<NonNullable<RegistrationRow['words']>>(),
  decidedAt: text('decided_at'),
  lookedAt: text('looked_at').notNull(),
});

export const submissions = sqliteTable('registration_submissions', {
  service: text('service').primaryKey(),
  version: integer('version').notNull(),
  asked: text('asked', { mode: 'json' }).notNull().$type<SubmissionRow['asked']>(),
  submittedAt: text('submitted_at').notNull(),
  attempts: integer('attempts').notNull(),
  nextAt: text('next_at').notNull(),
  problem: text('problem'),
});
