/** Searching the transfer records 傳輸紀錄 that the journeys leave; nothing is written here. */
import type { Transaction } from '../journey/storage.ts';

export interface TransferQuery {
  readonly from?: Date;
  /** Exclusive. */
  readonly until?: Date;
  readonly clientId?: string;
  readonly resourceId?: string;
  /** The interface's return code. */
  readonly code?: number;
  readonly txId?: string;
  readonly personHash?: string;
  /** Only what stands below this record: the next part of a long list. */
  readonly below?: Pick<Transaction, 'startedAt' | 'txId'>;
  readonly limit: number;
}

export interface TransferReads {
  /** Newest first. */
  transfers(query: TransferQuery): Promise<readonly Transaction[]>;
}
