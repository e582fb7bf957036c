/**
 * What lies between a consent for a counter and the county's taking it: barcodes 資料條碼, what desks enter, and agents 代理人.
 * A serial and a verification code 驗證密碼 are kept as keyed hashes only. What is to be taken waits under the ticket of its
 * transaction (`journeys.ts`), which nobody holds until `hand-ticket`.
 */
import type { Envelope } from '../../crypto/epochs.ts';
import type { JourneyStep } from '../journey/storage.ts';

/** `renewed`: replaced by another · `burnt`: attacked too often · `over`: what it stood for is gone. */
export type BarcodeState = 'open' | 'renewed' | 'burnt' | 'taken' | 'over';

/** Who shows it at the desk. */
export type BarcodeHolder = 'owner' | 'agent';

export interface Barcode {
  readonly id: string;
  readonly txId: string;
  readonly clientId: string;
  readonly holder: BarcodeHolder;
  readonly serialHash: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly state: BarcodeState;
  /** Wrong codes that were typed for it. */
  readonly attacks: number;
  /** Verification codes that were sent for it. */
  readonly codes: number;
  /** The code that is good now, at which desk, since when and until when. */
  readonly codeHash?: string;
  readonly codeDesk?: string;
  readonly codeSentAt?: Date;
  readonly codeExpiresAt?: Date;
}

/** A desk presented a serial; there is one for serials that stand for nothing, too. */
export interface CounterAttempt {
  readonly id: string;
  readonly clientId: string;
  /** Keyed hashes of the desk, and of the clerk who presented there. */
  readonly desk: string;
  readonly clerk: string;
  readonly agency: string;
  readonly counter: string;
  readonly barcodeId?: string;
  readonly at: Date;
  /** When a code was last sent, or would have been. */
  readonly sentAt: Date;
  /** Forgotten then. */
  readonly until: Date;
}

export type DelegationState = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'over';

/** One person lets another present their barcode (手冊 參-一-(七): only with a legal basis). */
export interface Delegation {
  readonly id: string;
  readonly txId: string;
  readonly clientId: string;
  readonly ownerHash: string;
  readonly agentHash: string;
  /** `{ name, nationalId }` as the owner named the agent. */
  readonly named?: Envelope;
  /** `VerifiedPerson` of the agent, since they accepted. */
  readonly agent?: Envelope;
  readonly state: DelegationState;
  readonly offeredAt: Date;
  readonly acceptedAt?: Date;
  readonly endedAt?: Date;
  /** With the stored data. */
  readonly until: Date;
}

export type CounterStep =
  /** The first one, or another in place of `from`, which is dead from then on. None after one was taken, or all is over. */
  | {
      readonly step: 'issue-barcode';
      readonly from?: string;
      readonly barcode: Pick<Barcode, 'id' | 'txId' | 'clientId' | 'holder' | 'serialHash' | 'issuedAt' | 'expiresAt'>;
    }
  /** Without another in its place. */
  | { readonly step: 'void-barcodes'; readonly txId: string; readonly holder: BarcodeHolder }
  | { readonly step: 'note-attempt'; readonly attempt: CounterAttempt }
  /** Only where the last one was sent at `sentBefore` or earlier. */
  | {
      readonly step: 'repeat-attempt';
      readonly id: string;
      readonly clientId: string;
      readonly at: Date;
      readonly sentBefore: Date;
    }
  /**
   * Only while the barcode is open, in its time, has had fewer than `limit` codes, and this desk has none that was sent
   * after `sentBefore`. The code before it is dead.
   */
  | {
      readonly step: 'send-code';
      readonly barcodeId: string;
      readonly desk: string;
      readonly codeHash: string;
      readonly at: Date;
      readonly expiresAt: Date;
      readonly sentBefore: Date;
      readonly limit: number;
    }
  /** Only where it had as many as the writer saw; with the `limit`th it is burnt. */
  | { readonly step: 'attack-barcode'; readonly id: string; readonly attacks: number; readonly limit: number }
  /** Only with the code that is good now, at its own desk. */
  | {
      readonly step: 'take-barcode';
      readonly id: string;
      readonly desk: string;
      readonly codeHash: string;
      readonly at: Date;
    }
  /** One at a time for a transaction. */
  | {
      readonly step: 'offer-delegation';
      readonly delegation: Omit<Delegation, 'agent' | 'state' | 'acceptedAt' | 'endedAt'>;
    }
  | { readonly step: 'accept-delegation'; readonly id: string; readonly at: Date; readonly agent: Envelope }
  /** Before or after it was accepted; barcodes that the agent holds are void. */
  | {
      readonly step: 'end-delegation';
      readonly id: string;
      readonly to: 'declined' | 'withdrawn';
      readonly at: Date;
    }
  /** Barcodes and delegations of what is gone are over. */
  | Extract<JourneyStep, { readonly step: 'revoke-delivery' | 'delete-packages' | 'forget-old' }>;

export type CounterReason =
  | 'barcode-moved'
  | 'serial-known'
  | 'code-refused'
  | 'too-soon'
  | 'barcode-spent'
  | 'delegation-known'
  | 'delegation-moved';

export interface CounterReads {
  barcode(id: string): Promise<Barcode | undefined>;
  /** The latest of a transaction. */
  barcodeOf(txId: string): Promise<Barcode | undefined>;
  barcodeBySerial(serialHash: string): Promise<Barcode | undefined>;
  counterAttempt(id: string): Promise<CounterAttempt | undefined>;
  /** The latest of this desk for this barcode. */
  attemptAt(barcodeId: string, desk: string): Promise<CounterAttempt | undefined>;
  delegation(id: string): Promise<Delegation | undefined>;
  /** The latest of a transaction. */
  delegationOf(txId: string): Promise<Delegation | undefined>;
  /** Newest first. */
  delegationsTo(agentHash: string): Promise<readonly Delegation[]>;
}
