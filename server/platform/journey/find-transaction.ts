/** Small or capital letters make no other UUID, so a transaction is found by either; it is kept as it first came. */
import type { PlatformStorage, Transaction } from '../storage.ts';

export const findTransaction = async (storage: PlatformStorage, txId: string): Promise<Transaction | undefined> =>
  (await storage.transaction(txId.toLowerCase())) ?? storage.transaction(txId.toUpperCase());

export const isSameTransaction = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
