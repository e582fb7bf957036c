/** What the county still has to say to the platform, in memory. */
import type { ReceiptReads, ReceiptRow, ReceiptStep } from '../../county/receipts/storage.ts';

export type Receipts = readonly ReceiptRow[];

export const noReceipts: Receipts = [];

/** → undefined where the step is not of this area */
export function receiptsAfter(rows: Receipts, given: ReceiptStep | { readonly step: string }): Receipts | undefined {
  const step = given as ReceiptStep;
  switch (step.step) {
    case 'queue-receipt':
      return [...rows.filter(({ txId }) => txId !== step.receipt.txId), { ...step.receipt, tries: 0 }];
    case 'put-off-receipt':
      return rows.map((row) => (row.txId === step.txId ? { ...row, at: step.at, tries: row.tries + 1 } : row));
    case 'finish-receipt':
      return rows.filter(({ txId }) => txId !== step.txId);
    default:
      return undefined;
  }
}

/** Due ones by their time, the earliest first. */
export const receiptReads = (rows: () => Receipts): ReceiptReads => ({
  async receipt(txId) {
    return rows().find((row) => row.txId === txId);
  },
  async receiptsDue(at) {
    return rows()
      .filter((row) => row.at <= at)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  },
});
