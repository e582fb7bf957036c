import { eq, sql } from 'drizzle-orm';
import type { ReceiptStep } from '#server/county/receipts/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { receipts } from './tables.ts';

type Handlers = {
  readonly [Name in ReceiptStep['step']]: (db: SqliteDatabase, step: Extract<ReceiptStep, { step: Name }>) => void;
};

export const receiptSteps: Handlers = {
  'queue-receipt': (db, { receipt: { content, ...row } }) => {
    const { epoch, wrappedKey, sealed } = content;
    const values = { ...row, tries: 0, epoch, wrappedKey: Buffer.from(wrappedKey), sealed: Buffer.from(sealed) };
    db.insert(receipts).values(values).onConflictDoUpdate({ target: receipts.txId, set: values }).run();
  },
  'put-off-receipt': (db, { txId, at }) =>
    void db
      .update(receipts)
      .set({ at, tries: sql`${receipts.tries} + 1` })
      .where(eq(receipts.txId, txId))
      .run(),
  'finish-receipt': (db, { txId }) => void db.delete(receipts).where(eq(receipts.txId, txId)).run(),
};
