/**
 * The outbox of calls to SP-APIs: written in the plan that decides the consent, gone with the plan that books the answer.
 * What lies here is still owed to a service provider, and to the resident who waits for it.
 */
import type { Envelope } from '../../crypto/epochs.ts';
import type { JourneyStep } from '../journey/storage.ts';

/** One per transaction. */
export interface SpCall {
  readonly txId: string;
  readonly at: Date;
  /** No try begins after this. */
  readonly until: Date;
  /** Tries begun. */
  readonly tries: number;
  /** Not before this; a worker that makes the call moves it on, so that nobody else does meanwhile. */
  readonly nextAt: Date;
  /** The process that last took it. */
  readonly heldBy?: string;
  /** What is sent (`sp-caller.ts`), sealed. */
  readonly content: Envelope;
}

export type SpCallStep =
  | { readonly step: 'queue-sp-call'; readonly call: Pick<SpCall, 'txId' | 'at' | 'until' | 'content'> }
  /** Only one that is due and had as many tries as the worker believes: one worker gets it. */
  | {
      readonly step: 'claim-sp-call';
      readonly txId: string;
      readonly tries: number;
      readonly at: Date;
      readonly heldUntil: Date;
      readonly heldBy: string;
    }
  /** This and the next only while the claim with this number of tries (its own included) is the latest. */
  | { readonly step: 'retry-sp-call'; readonly txId: string; readonly tries: number; readonly nextAt: Date }
  | { readonly step: 'finish-sp-call'; readonly txId: string; readonly tries: number }
  /** At the start of a process: what its former life held is due at once. */
  | {
      readonly step: 'free-sp-calls';
      /** Holders of that name, but not this one. */
      readonly instance: string;
      readonly heldBy: string;
      readonly at: Date;
    }
  /** These end what the call was about. */
  | Extract<JourneyStep, { step: 'end-journey' | 'revoke-delivery' }>;

export type SpCallReason = 'sp-call-taken';

export interface SpCallReads {
  spCall(txId: string): Promise<SpCall | undefined>;
  /** Due, the longest waiting first. */
  spCallsDue(at: Date, limit: number): Promise<readonly SpCall[]>;
}
