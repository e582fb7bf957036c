/**
 * The county app's storage port, in the domain's words. It owns drafts, transfers, applications, published forms and
 * transfer records; it never sees a personal value in clear: those come and go sealed. Times are ISO 8601 in UTC, so
 * that text order is time order.
 */
import type { Instant } from './instant.ts';
import type { BuilderReads, BuilderReason, BuilderStep } from './forms/storage.ts';
import type { CounterReads, CounterReason, CounterStep } from './counter/storage.ts';
import type { DeskReads, DeskReason, DeskStep } from './desks/storage.ts';
import type { OfficeReads, OfficeReason, OfficeStep } from './offices/storage.ts';
import type { ReceiptReads, ReceiptStep } from './receipts/storage.ts';
import type { RegistrationReads, RegistrationReason, RegistrationStep } from './registration/storage.ts';
import type { StaffReads, StaffReason, StaffStep } from './staff/storage.ts';
import type { CountyEvent } from './journeys/transfer-events.ts';
import type { Text } from '#schemas/text.ts';
import type { Envelope } from '../crypto/epochs.ts';
import type { Sizes } from '../space/space.ts';
import type { PlanStorage } from '../storage/plan.ts';
import type { CountyKind } from './kinds.ts';

export interface PublishedForm {
  readonly service: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** SHA-256 of the definition and of the validator made from it: a changed compiler publishes anew too. */
  readonly digest: string;
  /** The definition as JSON. */
  readonly definition: string;
  /** The compiled validator, an ES module. */
  readonly validator: string;
  readonly publishedAt: Instant;
}

export interface DraftRow {
  readonly id: string;
  /** Hash of the browser's draft token. */
  readonly owner: string;
  readonly service: string;
  readonly formVersion: number;
  /** Grows by one with every change that an open page must know of. */
  readonly revision: number;
  /** Answers and claims, sealed. Absent until first saved. */
  readonly typed?: Uint8Array;
  readonly createdAt: Instant;
  readonly savedAt?: Instant;
  readonly expiresAt: Instant;
}

/** What came from MyData, mapped; dies with its key epoch. */
export interface OfficialRow {
  readonly draftId: string;
  readonly txId: string;
  readonly envelope: Envelope;
  readonly receivedAt: Instant;
  readonly expiresAt: Instant;
}

/** `started` resident sent to the platform · `accepted` the platform has called, package to be fetched · `filled` · `failed`. */
type TransferState = 'started' | 'accepted' | 'filled' | 'failed';

/**
 * The interface's return code; `package`: a package that was refused; `expired`: not ready within the ticket's eight hours;
 * `not-called`: the resident came back with 200 and the platform told us nothing.
 */
export type FailCode = number | FailWord;

export const failWords = ['package', 'expired', 'not-called'] as const;
type FailWord = (typeof failWords)[number];

/** When an `accepted` transfer's package is asked for. */
export interface Fetching {
  /** Not before this time: as the platform's `Retry-After` said, or until then a worker is at it. */
  readonly at: Instant;
  /** The ticket's end. */
  readonly until: Instant;
  /** The process that is at it. */
  readonly by?: string;
  /** Calls in a row that failed. */
  readonly failures: number;
  /** Since the platform said that the package is still being prepared: when it should be ready. */
  readonly readyAbout?: Instant;
}

export interface TransferRow {
  readonly txId: string;
  readonly draftId: string;
  readonly service: string;
  readonly resources: readonly string[];
  /** Keyed hash of the national id that was sent. */
  readonly person: string;
  /** The national id, sealed, for the same-person check. */
  readonly identity: Envelope;
  readonly state: TransferState;
  /** What the browser came back with. */
  readonly returnCode?: number;
  readonly failCode?: FailCode;
  /** Ticket and key of the package, sealed; only while `accepted`. */
  readonly delivery?: Envelope;
  /** Keyed hash of what the SP-API was told, to know a repetition. */
  readonly deliveryMark?: string;
  /** Only while `accepted`. */
  readonly fetching?: Fetching;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
}

export interface FileRow {
  readonly id: string;
  readonly field: string;
  /** Bytes of the file in clear. */
  readonly size: number;
  readonly type: string;
  /** The name, sealed: people put names into file names. */
  readonly name: Uint8Array;
  readonly addedAt: Instant;
}

export interface ApplicationRow {
  readonly number: string;
  readonly service: string;
  readonly formVersion: number;
  readonly draftId: string;
  /** Keyed hash of what was submitted: a repeat of the same submit finds its application. */
  readonly repeatKey: string;
  /** Keyed hash of the applicant's national id, for progress. */
  readonly person: string;
  /** Answers, claims and provenance, sealed. */
  readonly contents: Uint8Array;
  readonly status: 'received' | 'reviewing' | 'returned' | 'decided';
  readonly history: readonly HistoryEntry[];
  readonly submittedAt: Instant;
}

interface HistoryEntry {
  readonly at: Instant;
  readonly status: ApplicationRow['status'];
  /** For the applicant, e.g. that a clerk sent it for them. */
  readonly note?: Text;
}

/** 傳輸紀錄: kept at least a year (handbook annex 1, 六-(一)). `person` is the keyed hash, never the id. */
export interface TransferRecord {
  readonly at: Instant;
  readonly event: CountyEvent;
  readonly txId: string;
  readonly service: string;
  readonly counterpart: string;
  readonly person: string;
  readonly ok: boolean;
  readonly resource?: string;
  /** A code or step name. */
  readonly detail?: string;
}

export type CountyStep =
  | BuilderStep
  | StaffStep
  | OfficeStep
  | DeskStep
  | CounterStep
  | ReceiptStep
  | RegistrationStep
  | { readonly step: 'publish-form'; readonly form: PublishedForm }
  /** Goes on only where so many bytes more of the kind are not over `most`. */
  | { readonly step: 'need-space'; readonly kind: CountyKind; readonly bytes: number; readonly most: number }
  | { readonly step: 'create-draft'; readonly draft: DraftRow }
  | {
      readonly step: 'save-draft';
      readonly draftId: string;
      readonly revision: number;
      readonly typed: Uint8Array;
      readonly savedAt: Instant;
      readonly expiresAt: Instant;
    }
  | { readonly step: 'delete-draft'; readonly draftId: string }
  | {
      readonly step: 'start-journey';
      readonly transfer: Omit<
        TransferRow,
        'state' | 'updatedAt' | 'returnCode' | 'failCode' | 'delivery' | 'deliveryMark' | 'fetching'
      >;
      /** The draft lives at least until then. */
      readonly draftUntil: Instant;
    }
  /** Once per transfer. Of a `filled` one the draft changes: what it received is shown from now on, or never. */
  | { readonly step: 'record-return'; readonly txId: string; readonly code: number; readonly at: Instant }
  /** The SP-API's call: once per transfer. */
  | {
      readonly step: 'accept-delivery';
      readonly txId: string;
      readonly delivery: Envelope;
      readonly mark?: string;
      readonly at: Instant;
      readonly until: Instant;
    }
  /** One worker per ticket: whoever takes a fetch that is due has it until `lease`. */
  | {
      readonly step: 'claim-fetch';
      readonly txId: string;
      readonly at: Instant;
      readonly lease: Instant;
      readonly by?: string;
    }
  /** At the start of a process: what its former life was at is due at once. */
  | {
      readonly step: 'free-fetches';
      /** Holders of that name, but not this one. */
      readonly instance: string;
      readonly by: string;
      readonly at: Instant;
    }
  /** Gives a claimed fetch back, to be tried again at `next.at`. */
  | {
      readonly step: 'put-off-fetch';
      readonly txId: string;
      readonly lease: Instant;
      readonly next: Omit<Fetching, 'until' | 'by'>;
    }
  /** Settles an `accepted` transfer; replaces what the draft had received before. */
  | {
      readonly step: 'fill-draft';
      readonly official: OfficialRow;
      /** At a counter only the package says whose it is and what is in it. */
      readonly found?: Pick<TransferRow, 'person' | 'resources'>;
    }
  | {
      readonly step: 'fail-transfer';
      readonly txId: string;
      readonly from: 'started' | 'accepted';
      readonly code: FailCode;
      readonly at: Instant;
      /** Where the SP-API said so. */
      readonly mark?: string;
      /** Where the fetching failed: only who has claimed it may say so. */
      readonly lease?: Instant;
    }
  | { readonly step: 'erase-official'; readonly draftId: string }
  | {
      readonly step: 'add-file';
      readonly draftId: string;
      readonly file: FileRow;
      readonly body: Uint8Array;
      readonly maxFiles: number;
      /** Of all files of the draft together; absent: as large as it comes. */
      readonly maxBytes?: number;
    }
  | { readonly step: 'remove-file'; readonly draftId: string; readonly fileId: string }
  /** Takes the draft's named files over and ends the draft. */
  | {
      readonly step: 'submit-application';
      readonly application: ApplicationRow;
      readonly revision: number;
      readonly fileIds: readonly string[];
    }
  | { readonly step: 'record-transfer'; readonly record: TransferRecord }
  /** Rows whose time is over: drafts (with all that hangs on them), records. */
  | {
      readonly step: 'erase-expired';
      readonly now: Instant;
      readonly recordsBefore: Instant;
      /** Of each kind, the oldest first: nobody waits long for one plan. */
      readonly most: number;
    };

export type CountyReason =
  | BuilderReason
  | StaffReason
  | OfficeReason
  | DeskReason
  | CounterReason
  | RegistrationReason
  | 'space-full'
  | 'form-version-taken'
  | 'draft-exists'
  | 'draft-stale'
  | 'draft-gone'
  | 'tx-used'
  | 'tx-unknown'
  | 'already-returned'
  | 'delivery-repeated'
  | 'transfer-settled'
  | 'fetch-not-due'
  | 'official-gone'
  | 'too-many-files'
  | 'draft-full'
  | 'file-gone'
  | 'number-taken';

export interface CountyStorage
  extends
    PlanStorage<CountyStep, CountyReason>,
    BuilderReads,
    StaffReads,
    OfficeReads,
    DeskReads,
    CounterReads,
    ReceiptReads,
    RegistrationReads {
  /** Bytes of what is there, by kind. */
  sizes(): Promise<Sizes<CountyKind>>;
  latestForm(service: string): Promise<PublishedForm | undefined>;
  form(service: string, version: number): Promise<PublishedForm | undefined>;
  draft(owner: string, service: string): Promise<DraftRow | undefined>;
  draftById(id: string): Promise<DraftRow | undefined>;
  official(draftId: string): Promise<OfficialRow | undefined>;
  transfer(txId: string): Promise<TransferRow | undefined>;
  /** The one that something last happened to. */
  latestTransfer(draftId: string): Promise<TransferRow | undefined>;
  /** Who proved identity for this draft: keyed hash, of the newest transfer that was filled and come back from. */
  provenPerson(draftId: string): Promise<string | undefined>;
  /** Come back from with 200, and the SP-API was not called. */
  uncalledTransfers(): Promise<readonly TransferRow[]>;
  /** Accepted and not settled: to be taken up again after a restart. */
  unsettledTransfers(): Promise<readonly TransferRow[]>;
  files(draftId: string): Promise<readonly FileRow[]>;
  application(number: string): Promise<ApplicationRow | undefined>;
  repeatedApplication(repeatKey: string): Promise<ApplicationRow | undefined>;
  /** Newest first. */
  applications(): Promise<readonly ApplicationRow[]>;
  applicationFiles(number: string): Promise<readonly FileRow[]>;
  fileBody(fileId: string): Promise<Uint8Array | undefined>;
  /** Whether `erase-expired` has something left to do. */
  anyExpired(now: Instant, recordsBefore: Instant): Promise<boolean>;
  expiredOfficials(now: Instant): Promise<readonly OfficialRow[]>;
  /** Newest first, of these services. */
  recentApplications(limit: number, services: readonly string[]): Promise<readonly ApplicationRow[]>;
  /** Oldest first. */
  transferRecords(): Promise<readonly TransferRecord[]>;
  /** Newest first, of these services. */
  recentTransferRecords(limit: number, services: readonly string[]): Promise<readonly TransferRecord[]>;
  /** After deletions: makes sure that the bytes are gone too. */
  scrub(): Promise<void>;
}
