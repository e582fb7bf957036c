import { and, desc, eq } from 'drizzle-orm';
import type { Barcode, CounterReads, Delegation } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { attempts, barcodes, delegations } from './tables.ts';

/** Without the columns that only the engine needs. */
function without<Row extends object, Key extends keyof Row>(
  row: Row | undefined,
  key: Key,
): Omit<Row, Key> | undefined {
  if (!row) return undefined;
  const { [key]: _, ...rest } = row;
  return rest;
}

/**
 * Of one transaction, and of one barcode at one place, the newest; delegations 委託 to an agent newest first. Whether it
 * still counts is the reader's to say.
 */
export function counterReads(db: SqliteDatabase): CounterReads {
  const barcodeOf = (row: typeof barcodes.$inferSelect | undefined): Barcode | undefined => without(tidy(row), 'no');
  const delegationOf = (row: typeof delegations.$inferSelect | undefined): Delegation | undefined =>
    without(tidy(row), 'no');
  return {
    barcode: async (id) => barcodeOf(db.select().from(barcodes).where(eq(barcodes.id, id)).get()),
    barcodeOf: async (txId) =>
      barcodeOf(db.select().from(barcodes).where(eq(barcodes.txId, txId)).orderBy(desc(barcodes.no)).limit(1).get()),
    barcodeBySerial: async (hash) => barcodeOf(db.select().from(barcodes).where(eq(barcodes.serialHash, hash)).get()),
    counterAttempt: async (id) => tidy(db.select().from(attempts).where(eq(attempts.id, id)).get()),
    attemptAt: async (barcodeId, place) =>
      tidy(
        db
          .select()
          .from(attempts)
          .where(and(eq(attempts.barcodeId, barcodeId), eq(attempts.desk, place)))
          .orderBy(desc(attempts.at))
          .limit(1)
          .get(),
      ),
    delegation: async (id) => delegationOf(db.select().from(delegations).where(eq(delegations.id, id)).get()),
    delegationOf: async (txId) =>
      delegationOf(
        db.select().from(delegations).where(eq(delegations.txId, txId)).orderBy(desc(delegations.no)).limit(1).get(),
      ),
    delegationsTo: async (agentHash) =>
      tidyAll(
        db.select().from(delegations).where(eq(delegations.agentHash, agentHash)).orderBy(desc(delegations.no)).all(),
      ).map(({ no: _, ...row }) => row),
  };
}
