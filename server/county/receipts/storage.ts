/**
 * What the county still has to say to the platform: that a package is stored, or will not be used. Written in the plan that
 * settles the transfer; gone when the platform has heard it.
 */
import type { Envelope } from '../../crypto/epochs.ts';
import type { Instant } from '../instant.ts';

export interface ReceiptRow {
  readonly txId: string;
  /** Ticket, id of the fetch and what became of it (`receipts/send-receipt.ts`), sealed. */
  readonly content: Envelope;
  /** Not before this. */
  readonly at: Instant;
  readonly tries: number;
  /** Nobody listens after this. */
  readonly until: Instant;
}

export type ReceiptStep =
  | { readonly step: 'queue-receipt'; readonly receipt: Omit<ReceiptRow, 'tries'> }
  | { readonly step: 'put-off-receipt'; readonly txId: string; readonly at: Instant }
  | { readonly step: 'finish-receipt'; readonly txId: string };

export interface ReceiptReads {
  receipt(txId: string): Promise<ReceiptRow | undefined>;
  /** The longest waiting first. */
  receiptsDue(at: Instant): Promise<readonly ReceiptRow[]>;
}
