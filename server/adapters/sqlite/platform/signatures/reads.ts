import { eq } from 'drizzle-orm';
import type { SignatureReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy } from '../rows.ts';
import { signatures } from './tables.ts';

/** By transaction, used ones too, until they are forgotten. */
export const signatureReads = (db: SqliteDatabase): SignatureReads => ({
  spSignature: async (txId) => tidy(db.select().from(signatures).where(eq(signatures.txId, txId)).get()),
});
