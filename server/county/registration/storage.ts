/**
 * Registrations 登錄 of the county's services at the platform, as far as the county knows them, and the outbox of what it
 * has still to submit. Keys come and go sealed; nothing here is about a resident.
 */
import type { Asked } from '#schemas/services/asked.ts';
import type { Instant } from '../instant.ts';

/**
 * `in-review` 送審中 · `returned` 需補件 · `refused` 不同意 · `registered` 已登錄 · `suspended` 已停用 · `ended` 已終止. It is about the
 * last that was submitted: what `covers` says runs on meanwhile, unless it is suspended or ended.
 */
export type RegistrationState = 'in-review' | 'returned' | 'refused' | 'registered' | 'suspended' | 'ended';

export interface RegistrationRow {
  readonly service: string;
  readonly state: RegistrationState;
  readonly since: Instant;
  /** Absent: none was given out yet. */
  readonly clientId?: string;
  /** Secret and IV, sealed. */
  readonly keys?: Uint8Array;
  /** What it may ask for now; absent: nothing. */
  readonly covers?: Asked;
  /** What waits for a decision, or was returned. */
  readonly pending?: Asked;
  /** Of the reviewer, or of the platform's checks. */
  readonly words?: readonly string[];
  readonly decidedAt?: Instant;
  /** When the county was last told of a change. */
  readonly lookedAt: Instant;
}

/** One waits per service: what is published later takes its place. */
export interface SubmissionRow {
  readonly service: string;
  /** Of the form. */
  readonly version: number;
  readonly asked: Asked;
  readonly submittedAt: Instant;
  /** Calls that failed. */
  readonly attempts: number;
  /** Not before then. */
  readonly nextAt: Instant;
  /** Why the last one failed: a status or `unreachable`. */
  readonly problem?: string;
}

export type RegistrationStep =
  | {
      readonly step: 'submit-registration';
      readonly submission: Omit<SubmissionRow, 'attempts' | 'nextAt' | 'problem'>;
    }
  | {
      readonly step: 'put-off-submission';
      readonly service: string;
      readonly version: number;
      readonly nextAt: Instant;
      readonly problem: string;
    }
  /** It arrived. What took its place meanwhile stays. */
  | { readonly step: 'settle-submission'; readonly service: string; readonly version: number }
  /** A row without keys leaves those that are there: they are told once. */
  | { readonly step: 'record-registration'; readonly row: RegistrationRow };

export type RegistrationReason = 'submission-gone';

export interface RegistrationReads {
  registration(service: string): Promise<RegistrationRow | undefined>;
  /** By service. */
  registrations(): Promise<readonly RegistrationRow[]>;
  /** By service. */
  submissions(): Promise<readonly SubmissionRow[]>;
}
