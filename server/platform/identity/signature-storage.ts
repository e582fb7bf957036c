/** Identity proved at the service provider (model 2): a salt is asked, signed with the citizen certificate, and opens one journey. */
import type { Envelope } from '../../crypto/epochs.ts';
import type { JourneyStep } from '../journey/storage.ts';

export interface SpSignature {
  readonly txId: string;
  readonly clientId: string;
  /** SHA-256 of the salt. */
  readonly saltHash: string;
  readonly expiresAt: Date;
  readonly state: 'asked' | 'signed' | 'used';
  readonly signedAt?: Date;
  /** `VerifiedPerson`, sealed as `signature`; gone when the journey opened. */
  readonly person?: Envelope;
}

export type SignatureStep =
  /** A salt asked again before it was signed takes the place of the first; never under another service provider's tx_id. */
  | {
      readonly step: 'issue-salt';
      readonly txId: string;
      readonly clientId: string;
      readonly saltHash: string;
      readonly expiresAt: Date;
    }
  | {
      readonly step: 'use-salt';
      readonly txId: string;
      readonly clientId: string;
      readonly saltHash: string;
      readonly at: Date;
      readonly person: Envelope;
    }
  /** @param signedAfter older signatures open nothing */
  | { readonly step: 'use-signature'; readonly txId: string; readonly clientId: string; readonly signedAfter: Date }
  | Extract<JourneyStep, { step: 'forget-old' }>;

export type SignatureReason = 'signature-known' | 'salt-spent' | 'signature-spent';

export interface SignatureReads {
  spSignature(txId: string): Promise<SpSignature | undefined>;
}
