import type { Transaction, TransferReads } from '#server/platform/storage.ts';

type Records = () => { readonly transactions: ReadonlyMap<string, Transaction> };

const isBelow = (a: Pick<Transaction, 'startedAt' | 'txId'>, b: Pick<Transaction, 'startedAt' | 'txId'>): boolean =>
  a.startedAt.getTime() === b.startedAt.getTime() ? a.txId < b.txId : a.startedAt < b.startedAt;

/**
 * Newest first, of one moment by `txId` downwards; `until` is the first moment that does not count, `below` the last
 * row of the page before.
 */
export const transferReads = (of: Records): TransferReads => ({
  transfers: async ({ from, until, clientId, resourceId, code, txId, personHash, below, limit }) =>
    [...of().transactions.values()]
      .filter(
        (row) =>
          (!from || row.startedAt >= from) &&
          (!until || row.startedAt < until) &&
          (clientId === undefined || row.clientId === clientId) &&
          (resourceId === undefined || row.resources.includes(resourceId)) &&
          (code === undefined || row.code === code) &&
          (txId === undefined || row.txId === txId) &&
          (personHash === undefined || row.personHash === personHash) &&
          (!below || isBelow(row, below)),
      )
      .sort((a, b) => (isBelow(a, b) ? 1 : -1))
      .slice(0, limit),
});
