/** Small or capital letters make no other UUID, so a transaction is found by either; it is kept as it first came. */
import type { PlatformStorage, Transaction } from '../storage.ts';

/** Looks in small letters first, then in capitals; undefined where neither is known. */
export const findTransaction = async (storage: PlatformStorage, txId: string): Promise<Transaction | undefined> =>
  (await storage.transaction(txId.toLowerCase())) ?? storage.transaction(txId.toUpperCase());

/** Whether two ids name one transaction, however they are written */
export const isSameTransaction = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
