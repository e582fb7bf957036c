/**
 * Cases 臨櫃案件: what a desk opened with a resident's barcode. What was received and typed hangs on a draft that only the
 * case's desk may open; here is nothing personal.
 */
import type { Instant } from '../instant.ts';

/** `submitted` an application was made · `taken` its datasets were saved · `closed` put aside · `failed` no package came. */
type CaseState = 'open' | 'submitted' | 'taken' | 'closed' | 'failed';

export interface CaseRow {
  readonly id: string;
  readonly draftId: string;
  readonly txId: string;
  readonly service: string;
  /** Id of the office, and counter, whose it is. */
  readonly office: string;
  /** The office's name at that time; for people to read. */
  readonly agency: string;
  readonly counter: string;
  readonly clerkId: string;
  readonly clerkName: string;
  readonly state: CaseState;
  readonly openedAt: Instant;
  /** Nothing of it is seen from then on. */
  readonly expiresAt: Instant;
  readonly endedAt?: Instant;
  readonly applicationNumber?: string;
}

export type CounterStep =
  | { readonly step: 'open-case'; readonly row: Omit<CaseRow, 'state' | 'endedAt' | 'applicationNumber'> }
  /** Once. */
  | {
      readonly step: 'end-case';
      readonly id: string;
      readonly to: Exclude<CaseState, 'open'>;
      readonly at: Instant;
      readonly applicationNumber?: string;
    }
  | { readonly step: 'forget-cases'; readonly openedBefore: Instant }
  /** Cases from before offices were records belong to the office of that name. */
  | { readonly step: 'place-cases'; readonly agency: string; readonly office: string };

export type CounterReason = 'case-over';

export interface CounterReads {
  counterCase(id: string): Promise<CaseRow | undefined>;
  /** Of one counter, opened at this time or later; newest first. */
  counterCases(desk: Pick<CaseRow, 'office' | 'counter'>, since: Instant): Promise<readonly CaseRow[]>;
}
