/** Journeys, transactions and their events, tickets, stored packages, consents, wrong tries, passkeys. */
import type { Envelope } from '../../crypto/epochs.ts';
import type { IdentityMethod } from '#schemas/datasets/types.ts';

/**
 * Screens in the order in which a resident passes them. `parameters` only when a dataset asks something; `later` in place
 * of preview and consent: agreeing before all is there. `away`: agreed and gone, the platform goes on collecting. `ended`
 * is none.
 */
export type Screen =
  | 'facts'
  | 'terms'
  | 'identity'
  | 'parameters'
  | 'fetching'
  | 'later'
  | 'preview'
  | 'consent'
  | 'delivering'
  | 'away'
  | 'ended';

/** Dataset → names of its fields; the whole dataset where there are none. */
export type JourneyFields = { readonly [resourceId: string]: readonly string[] | undefined };

export interface Journey {
  readonly id: string;
  /** SHA-256 of the cookie that owns it. */
  readonly sessionHash: string;
  readonly txId: string;
  readonly clientId: string;
  readonly resources: readonly string[];
  /**
   * What the service asked of them when it began (as `Client.fields`): what is agreed to meanwhile counts for the next
   * journey. Absent: of before this was kept.
   */
  readonly fields?: JourneyFields;
  /** As given, with its query. */
  readonly returnUrl: string;
  /** The national id that the service provider sent; gone when the journey is over. */
  readonly pid?: Envelope;
  readonly screen: Screen;
  readonly startedAt: Date;
  readonly activeAt: Date;
  readonly method?: IdentityMethod;
  /** `VerifiedPerson`; gone when the journey is over. */
  readonly person?: Envelope;
  /** What the resident answered to the datasets' questions (`Parameters`); gone when the journey is over. */
  readonly parameters?: Envelope;
  /** Since when an agency keeps this journey waiting at `fetching` or `later`. */
  readonly waitingSince?: Date;
  /** How long agencies have kept it waiting before; does not count against the journey's own time. */
  readonly waitedMs: number;
  /** Whose passkey may be enrolled: their citizen certificate was proved in this journey. */
  readonly bindingFor?: string;
  /** The interface's return code, once ended. */
  readonly code?: number;
}

/** Transfer record 傳輸紀錄 of one transaction; kept a year, without personal data but for the keyed hash. */
export interface Transaction {
  readonly txId: string;
  readonly clientId: string;
  /** Empty: refused on arrival, no journey was opened. */
  readonly resources: readonly string[];
  readonly startedAt: Date;
  readonly personHash?: string;
  readonly method?: IdentityMethod;
  readonly code?: number;
  readonly endedAt?: Date;
}

/** What a provider answered for one dataset: 200 with a package, 204 no record, other = could not be had (502: broken). */
export interface StoredPackage {
  readonly txId: string;
  readonly resourceId: string;
  readonly code: number;
  readonly package?: Envelope;
  readonly at: Date;
}

export interface Ticket {
  /** SHA-256 of the permission ticket. */
  readonly hash: string;
  readonly txId: string;
  readonly clientId: string;
  /** The key of the payload; absent when nothing can be delivered, and when it is deleted. */
  readonly secret?: Envelope;
  /** Keyed hash of the `uid` of the person who consented (`delivery/uid-valid.ts`). */
  readonly uidHash?: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly redeemedAt?: Date;
  /** SHA-256 of the `fetch_id` that it was redeemed with: the same fetch may be repeated … */
  readonly fetchHash?: string;
  /** … until this, or until it is confirmed. The secret and the packages are kept as long. */
  readonly keptUntil?: Date;
  /** The service provider said what became of it. */
  readonly confirmedAt?: Date;
}

/** For whom data is collected: a journey to a service, or a resident's own download. */
export interface Holder {
  readonly kind: 'journey' | 'download';
  readonly id: string;
}

/** A bearer token that the platform gives a data provider for one dataset of one transaction. */
export interface ProviderToken {
  readonly hash: string;
  /** Whose person stands behind it (`delivery/token-holders.ts`). */
  readonly holder: Holder;
  readonly txId: string;
  readonly resourceId: string;
  readonly transactionUid: string;
  readonly expiresAt: Date;
}

/** A dataset that was asked for and is not had yet. */
export interface Ask {
  readonly txId: string;
  readonly resourceId: string;
  /** The same for every call: under another one the provider would begin anew. */
  readonly transactionUid: string;
  readonly askedAt: Date;
  /** The provider prepares it, and is not to be asked again before this. */
  readonly retryAt?: Date;
}

export interface TransferEvent {
  readonly txId: string;
  readonly at: Date;
  /** Number of the interface's audit events, e.g. 240 consent. */
  readonly number: number;
  readonly source: 'platform' | 'sp' | 'dp';
  readonly ok: boolean;
  readonly resourceId?: string;
  /** Of the call to a data provider that it belongs to: what the provider knows it by. */
  readonly transactionUid?: string;
}

/** Whose usage records, of when (interface, section 1: `/log/sp`, `/log/dp`). */
export interface UsageQuestion {
  readonly of: { readonly clientId: string } | { readonly resourceId: string };
  readonly from: Date;
  readonly before: Date;
  /** Only of these; absent: of all. */
  readonly txIds?: readonly string[];
  readonly transactionUids?: readonly string[];
  readonly numbers?: readonly number[];
  readonly limit: number;
}

export interface DatasetCount {
  readonly resourceId: string;
  readonly count: number;
  readonly last: Date;
}

export interface Consent {
  readonly txId: string;
  readonly given: boolean;
  readonly at: Date;
  /** SHA-256 of `words`. */
  readonly wordsHash: string;
  /** Exactly what the screen said. */
  readonly words: string;
  /** Consent to later delivery can be taken back until it happens. */
  readonly withdrawnAt?: Date;
}

export interface Passkey {
  /** Base64url. */
  readonly credentialId: string;
  readonly personHash: string;
  /** COSE. */
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly createdAt: Date;
}

export type ChallengePurpose = 'citizen-certificate' | 'passkey-proof' | 'passkey-binding' | 'passkey-enrolment';

export type JourneyStep =
  | {
      readonly step: 'open-journey';
      readonly journey: Omit<Journey, 'screen' | 'activeAt' | 'waitedMs' | 'code'>;
    }
  /** The tx_id is used up, and no journey opens under it. */
  | {
      readonly step: 'refuse-arrival';
      readonly txId: string;
      readonly clientId: string;
      readonly code: number;
      readonly at: Date;
    }
  /** One without a journey: what a resident takes without a service in between. */
  | {
      readonly step: 'open-transaction';
      readonly transaction: Omit<Transaction, 'code' | 'endedAt'>;
    }
  | { readonly step: 'end-transaction'; readonly txId: string; readonly code: number; readonly at: Date }
  | { readonly step: 'touch-journey'; readonly id: string; readonly at: Date }
  | { readonly step: 'show-screen'; readonly id: string; readonly from: Screen; readonly to: Screen }
  | {
      readonly step: 'add-challenge';
      readonly id: string;
      readonly journeyId: string;
      readonly purpose: ChallengePurpose;
      readonly expiresAt: Date;
    }
  | {
      readonly step: 'use-challenge';
      readonly id: string;
      readonly journeyId: string;
      readonly purpose: ChallengePurpose;
      readonly at: Date;
    }
  | {
      readonly step: 'verify-identity';
      readonly id: string;
      readonly txId: string;
      /** Of the journey: from here on the log knows the transaction. */
      readonly clientId: string;
      readonly startedAt: Date;
      readonly method: IdentityMethod;
      readonly person: Envelope;
      readonly personHash: string;
      /** `facts`: proved elsewhere, before the journey began; it then stays there. */
      readonly to: 'parameters' | 'fetching' | 'facts';
    }
  | { readonly step: 'keep-parameters'; readonly id: string; readonly parameters: Envelope }
  /** From `fetching` to `preview`; what was waited is no time of the journey's own. */
  | { readonly step: 'finish-fetching'; readonly id: string; readonly at: Date }
  /** From `later` to `delivering`: consent before all is there. What is personal is sealed anew, for its whole time. */
  | {
      readonly step: 'agree-later';
      readonly id: string;
      readonly at: Date;
      readonly person: Envelope;
      readonly parameters?: Envelope;
    }
  /**
   * Ends a delivery that has not happened: only while its ticket is in nobody's use. Packages, asks, tokens and what the
   * journey holds of the person go; `withdrawn` notes it beside the consent.
   */
  | {
      readonly step: 'revoke-delivery';
      readonly txId: string;
      readonly code: number;
      readonly at: Date;
      readonly withdrawn?: boolean;
    }
  | { readonly step: 'prove-binding'; readonly id: string; readonly personHash: string }
  | { readonly step: 'issue-token'; readonly token: ProviderToken }
  /** Replaces what was noted before; with `retryAt` a journey at `fetching` is waiting from now on. */
  | { readonly step: 'note-ask'; readonly ask: Ask }
  /** A guard only: the journey is at one of these screens. */
  | { readonly step: 'expect-journey'; readonly id: string; readonly screens: readonly Screen[] }
  /** Also ends the asking, and the tokens that it used. */
  | { readonly step: 'store-package'; readonly stored: StoredPackage }
  | {
      readonly step: 'give-consent' | 'refuse-consent';
      readonly txId: string;
      readonly at: Date;
      readonly wordsHash: string;
      readonly words: string;
    }
  | {
      readonly step: 'issue-ticket';
      readonly ticket: Omit<Ticket, 'redeemedAt' | 'fetchHash' | 'keptUntil' | 'confirmedAt'>;
    }
  /** Only a ticket that is in its time, not redeemed, and has something to deliver: an answer for each of so many datasets. Ends a journey that is `away`. */
  | {
      readonly step: 'redeem-ticket';
      readonly hash: string;
      readonly at: Date;
      readonly datasets: number;
      /** It may be repeated under the same id for a while. */
      readonly fetch?: { readonly hash: string; readonly until: Date };
    }
  /** The service provider has it, or will not take it: once, by whoever redeemed it. */
  | { readonly step: 'confirm-fetch'; readonly hash: string; readonly fetchHash: string; readonly at: Date }
  /** Nobody said so in time: a guard that what is still kept for a repetition is at its end. */
  | { readonly step: 'expire-fetch'; readonly hash: string; readonly at: Date }
  /** What waits for a counter gets the ticket that the desk is given, in place of one that nobody holds. Only while it waits. */
  | { readonly step: 'hand-ticket'; readonly txId: string; readonly hash: string; readonly at: Date }
  | { readonly step: 'delete-packages'; readonly txId: string }
  | {
      readonly step: 'end-journey';
      readonly id: string;
      readonly txId: string;
      readonly code: number;
      readonly at: Date;
    }
  /** Ends those of them in which nobody proved who they are, with 408; no guard, for others may have been faster. */
  | { readonly step: 'end-unproved'; readonly ids: readonly string[]; readonly at: Date }
  | { readonly step: 'record-event'; readonly event: TransferEvent }
  | { readonly step: 'bind-certificate'; readonly serial: string; readonly personHash: string }
  | { readonly step: 'register-passkey'; readonly passkey: Passkey }
  | { readonly step: 'use-passkey'; readonly credentialId: string; readonly signCount: number }
  /**
   * Of journeys and transactions in which nobody proved who they are, `limit` of each at most: those that are over and began
   * before `journeysBefore`, and that their tx_id was used, `arrivalsBefore`.
   */
  | {
      readonly step: 'forget-unproved';
      readonly journeysBefore: Date;
      readonly arrivalsBefore: Date;
      readonly limit: number;
    }
  /** Forgets what nothing needs any more; records and consents older than `recordsBefore`, all else as its own time says. */
  | {
      readonly step: 'forget-old';
      readonly now: Date;
      readonly journeysBefore: Date;
      readonly noticesBefore: Date;
      readonly recordsBefore: Date;
    };

export type JourneyReason =
  | 'tx-used'
  | 'journey-over'
  | 'journey-moved'
  | 'challenge-spent'
  | 'already-stored'
  | 'already-decided'
  | 'ticket-spent'
  | 'fetch-over'
  | 'passkey-known'
  | 'passkey-replayed';

export interface JourneyReads {
  journey(id: string): Promise<Journey | undefined>;
  journeyOf(txId: string): Promise<Journey | undefined>;
  /** Those whose residents agreed and left, and whose data is still on its way. */
  journeysAway(): Promise<readonly Journey[]>;
  transaction(txId: string): Promise<Transaction | undefined>;
  /** Newest first. */
  transactions(limit: number): Promise<readonly Transaction[]>;
  /** All that is kept of one person, newest first. */
  transactionsOf(personHash: string): Promise<readonly Transaction[]>;
  /** In the order in which they happened. */
  events(txId: string): Promise<readonly TransferEvent[]>;
  /** Oldest first. */
  usage(question: UsageQuestion): Promise<readonly TransferEvent[]>;
  /** Of one number, since then: how many of each dataset, and when the last was. */
  eventsPerDataset(number: number, since: Date): Promise<readonly DatasetCount[]>;
  packages(txId: string): Promise<readonly StoredPackage[]>;
  asks(txId: string): Promise<readonly Ask[]>;
  ticket(hash: string): Promise<Ticket | undefined>;
  ticketOf(txId: string): Promise<Ticket | undefined>;
  /** Not redeemed, still holding something to deliver, and at the end of their time. */
  ticketsExpired(now: Date): Promise<readonly Ticket[]>;
  /** Redeemed, still kept for a repetition, and at the end of that time. */
  fetchesOver(now: Date): Promise<readonly Ticket[]>;
  token(hash: string): Promise<ProviderToken | undefined>;
  consent(txId: string): Promise<Consent | undefined>;
  certificateOwner(serial: string): Promise<string | undefined>;
  passkey(credentialId: string): Promise<Passkey | undefined>;
  passkeysOf(personHash: string): Promise<readonly Passkey[]>;
  /**
   * Not ended, not away, and at the end of their time: not active since `activeBefore` or begun (what was waited aside)
   * before `startedBefore`; where an agency keeps them waiting, and at the longest, begun before `waitingBefore`. So many
   * at most.
   */
  journeysOver(
    activeBefore: Date,
    startedBefore: Date,
    waitingBefore: Date,
    limit: number,
  ): Promise<readonly Journey[]>;
  /** Whether `forget-unproved` would find something. */
  hasUnproved(before: { readonly journeysBefore: Date; readonly arrivalsBefore: Date }): Promise<boolean>;
  /** Transactions that still have a package stored before this time. */
  packagesBefore(before: Date): Promise<readonly string[]>;
}
