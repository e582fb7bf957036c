import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Text } from '#schemas/text.ts';
import type { StaffRole } from '#server/county/staff/role.ts';

export const offices = sqliteTable('offices', {
  id: text('id').primaryKey(),
  name: text('name', { mode: 'json' }).$type<Text>().notNull(),
  parent: text('parent'),
  closedAt: text('closed_at'),
});

export const memberships = sqliteTable(
  'memberships',
  {
    staff: text('staff').notNull(),
    office: text('office').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.staff, row.office, row.role] }), index('memberships_office').on(row.office)],
);

export const serviceOwners = sqliteTable(
  'service_owners',
  { service: text('service').primaryKey(), office: text('office').notNull() },
  (row) => [index('service_owners_office').on(row.office)],
);
