/**
 * The tamper-evident log of transfer events: entries with the complete subtrees of their Merkle tree, signed
 * checkpoints, and apart from them, per transaction, what opens the entries' commitments for a year.
 */
import type { Place } from '../../crypto/merkle/nodes.ts';
import type { JourneyStep, TransferEvent } from '../journey/storage.ts';

export interface LogEntry {
  readonly index: number;
  /** Canonical JSON (docs/verify-the-log.md); its bytes are the leaf. */
  readonly entry: string;
}

export interface LogHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface Checkpoint extends LogHead {
  readonly at: Date;
  /** A signed note (c2sp.org/tlog-checkpoint). */
  readonly note: string;
}

/** What ties a transaction's entries together and to a person. Forgotten with the transfer record. */
export interface LogSubject {
  readonly txId: string;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  readonly startedAt: Date;
  readonly clientId?: string;
  /** Stands for the person in this transaction only; hex. */
  readonly principal?: string;
  /** The consent record as canonical JSON, and the entry that commits to it. */
  readonly record?: string;
  readonly recordIndex?: number;
}

export type LogStep =
  | Extract<JourneyStep, { step: 'open-transaction' | 'verify-identity' | 'forget-old' }>
  | {
      readonly step: 'record-event';
      readonly event: TransferEvent;
      /** Where nobody proved in it who they are yet: whose transaction it is. */
      readonly clientId?: string;
      /** The record of a consent, which the entry commits to. */
      readonly record?: string;
    }
  /** Signs the tree as this plan leaves it. Only when nothing but its own `entries` came since the last checkpoint. */
  | {
      readonly step: 'sign-head';
      readonly entries: number;
      readonly at: Date;
      /** → the signed note. Pure; when it throws, the plan is rolled back. */
      readonly sign: (head: LogHead) => string;
    };

/** `log-broken`: what is stored is not what was signed. `log-unsigned`: the signing key does not serve. */
export type LogReason = 'log-broken' | 'log-unsigned';

export interface LogReads {
  /** From `start` to before `end`, in order; what is not there is left out. */
  logEntries(start: number, end: number): Promise<readonly LogEntry[]>;
  /** In the order asked. */
  logNodes(places: readonly Place[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** The newest. */
  checkpoint(): Promise<Checkpoint | undefined>;
  /** Those of sizes after `start` up to `end`, in order. */
  checkpoints(start: number, end: number): Promise<readonly Checkpoint[]>;
  logSubject(txId: string): Promise<LogSubject | undefined>;
}
