/** Signatures made at service providers; the person only in an `envelope` column. */
import type { SpSignature } from '#server/platform/storage.ts';
import { envelope, table, text, time } from '../columns.ts';

export const signatures = table('sp_signatures', {
  txId: text('tx_id').primaryKey(),
  clientId: text('client_id').notNull(),
  saltHash: text('salt_hash').notNull(),
  expiresAt: time('expires_at').notNull(),
  state: text('state').$type<SpSignature['state']>().notNull(),
  signedAt: time('signed_at'),
  person: envelope('person'),
});
