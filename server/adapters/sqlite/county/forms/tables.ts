/** Documents are JSON in text; the keys that are asked for stand beside them. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FormStage } from '#schemas/wire/builder-api.ts';
import type { FormDraft, FormVersion, KeptForm } from '#server/county/forms/storage.ts';

export const formDrafts = sqliteTable('form_drafts', {
  form: text('form').primaryKey(),
  revision: integer('revision').notNull(),
  base: integer('base'),
  /** Of `work`: two decisions at once are told apart by it. */
  stage: text('stage').$type<FormStage>(),
  work: text('work', { mode: 'json' }).$type<NonNullable<FormDraft['work']>>(),
  authors: text('authors', { mode: 'json' }).$type<NonNullable<FormDraft['authors']>>(),
});

export const keptForms = sqliteTable(
  'kept_forms',
  {
    id: text('id').primaryKey(),
    form: text('form').notNull(),
    why: text('why').notNull().$type<KeptForm['why']>(),
    revision: integer('revision').notNull(),
    byId: text('by_id').notNull(),
    at: text('at').notNull(),
    kept: text('kept', { mode: 'json' }).notNull().$type<KeptForm>(),
  },
  (table) => [
    index('kept_forms_of_form').on(table.form, table.at),
    index('kept_forms_of_person').on(table.form, table.byId, table.at),
  ],
);

export const formVersions = sqliteTable(
  'form_versions',
  {
    form: text('form').notNull(),
    version: integer('version').notNull(),
    content: text('content', { mode: 'json' }).notNull().$type<FormVersion>(),
  },
  (table) => [primaryKey({ columns: [table.form, table.version] })],
);

export const noticesRead = sqliteTable(
  'notices_read',
  {
    staff: text('staff').notNull(),
    notice: text('notice').notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.staff, table.notice] }), index('notices_read_at').on(table.at)],
);

export const formSchedules = sqliteTable('form_schedules', {
  form: text('form').primaryKey(),
  opensAt: text('opens_at'),
  closesAt: text('closes_at'),
});
