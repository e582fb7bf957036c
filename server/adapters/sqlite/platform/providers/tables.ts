/** Data providers with a server of their own. Secrets only in `sealed`. */
import type { ProviderEntry } from '#server/platform/storage.ts';
import { bytes, table, text, time } from '../columns.ts';

export const entries = table('provider_entries', {
  resourceId: text('resource_id').primaryKey(),
  url: text('url').notNull(),
  method: text('method').$type<ProviderEntry['method']>().notNull(),
  token: text('token').$type<ProviderEntry['token']>().notNull(),
  dates: text('dates').$type<ProviderEntry['dates']>().notNull(),
  heartbeatUrl: text('heartbeat_url'),
  ca: text('ca'),
  crl: text('crl'),
  agency: text('agency', { mode: 'json' }).$type<Readonly<Record<string, string>>>(),
  sealed: bytes('sealed').notNull(),
  source: text('source').$type<ProviderEntry['source']>().notNull(),
  changedAt: time('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});
