/** The column kit of the provider's tables for SQLite; another engine's kit has the same exports. */
import { text } from 'drizzle-orm/sqlite-core';
import type { JsonValue } from '#schemas/datasets/types.ts';

export { index, integer, primaryKey, sqliteTable as table, text } from 'drizzle-orm/sqlite-core';
export { time } from '../times.ts';

/** Any JSON value, as text. */
export const json = (name: string) => text(name, { mode: 'json' }).$type<JsonValue>();
