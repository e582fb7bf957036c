import { asc, eq, lte } from 'drizzle-orm';
import type { ReceiptReads, ReceiptRow } from '#server/county/receipts/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { receipts } from './tables.ts';

function rowOf({ epoch, wrappedKey, sealed, ...row }: typeof receipts.$inferSelect): ReceiptRow {
  return { ...row, content: { epoch, wrappedKey, sealed } };
}

/** Due ones by their time, the earliest first. */
export const receiptReads = (db: SqliteDatabase): ReceiptReads => ({
  async receipt(txId) {
    const row = db.select().from(receipts).where(eq(receipts.txId, txId)).get();
    return row && rowOf(row);
  },
  async receiptsDue(at) {
    return db.select().from(receipts).where(lte(receipts.at, at)).orderBy(asc(receipts.at)).all().map(rowOf);
  },
});
