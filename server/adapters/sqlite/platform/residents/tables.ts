/** Tables of the residents' own area. Personal data only in `envelope` columns. */
import type { IdentityMethod } from '#schemas/datasets/types.ts';
import type { DownloadState } from '#server/platform/storage.ts';
import { envelope, flag, index, integer, list, primaryKey, table, text, time } from '../columns.ts';

export const sessions = table('resident_sessions', {
  hash: text('hash').primaryKey(),
  personHash: text('person_hash').notNull(),
  method: text('method').$type<IdentityMethod>().notNull(),
  person: envelope('person').notNull(),
  startedAt: time('started_at').notNull(),
  activeAt: time('active_at').notNull(),
});

export const choices = table('resident_choices', {
  personHash: text('person_hash').primaryKey(),
  resources: list('resources').notNull(),
  at: time('at').notNull(),
});

export const downloads = table(
  'downloads',
  {
    id: text('id').primaryKey(),
    personHash: text('person_hash').notNull(),
    txId: text('tx_id').notNull().unique(),
    resources: list('resources').notNull(),
    state: text('state').$type<DownloadState>().notNull(),
    startedAt: time('started_at').notNull(),
    method: text('method').$type<IdentityMethod>(),
    person: envelope('person'),
    parameters: envelope('parameters'),
    consentedAt: time('consented_at'),
    keepUntil: time('keep_until'),
    endedAt: time('ended_at'),
  },
  (row) => [index('downloads_person').on(row.personHash), index('downloads_state').on(row.state)],
);

export const wrongTries = table(
  'wrong_tries',
  {
    personHash: text('person_hash').notNull(),
    method: text('method').$type<IdentityMethod>().notNull(),
    hour: time('hour').notNull(),
    count: integer('count').notNull(),
    firstAt: time('first_at').notNull(),
    lastAt: time('last_at').notNull(),
    told: flag('told').notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.personHash, row.hour, row.method] }),
    index('wrong_tries_told').on(row.told, row.count),
    index('wrong_tries_hour').on(row.hour),
  ],
);
