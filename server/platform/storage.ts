/**
 * The platform's storage port, in its own words: one file per area under `storage/`, one plan across all of them.
 * Keys are not here (files). What is personal lies in envelopes only (`crypto/epochs.ts`); people are found by keyed hash.
 */
import type { Sizes } from '../space/space.ts';
import type { PlanStorage } from '../storage/plan.ts';
import type { PlatformKind } from './space.ts';
import type { JourneyReads, JourneyReason, JourneyStep } from './journey/storage.ts';
import type { LogReads, LogReason, LogStep } from './log/storage.ts';
import type { RegistryReads, RegistryReason, RegistryStep } from './registry/storage.ts';
import type { StaffReads, StaffReason, StaffStep } from './staff/storage.ts';
import type { ResidentReads, ResidentReason, ResidentStep } from './me/storage.ts';
import type { ProviderReads, ProviderReason, ProviderStep } from './providers/storage.ts';
import type { TransferReads } from './staff/transfer-storage.ts';
import type { SignatureReads, SignatureReason, SignatureStep } from './identity/signature-storage.ts';
import type { CounterReads, CounterReason, CounterStep } from './counter/storage.ts';
import type { SpCallReads, SpCallReason, SpCallStep } from './delivery/sp-call-storage.ts';
import type { MessageReads, MessageReason, MessageStep } from './messages/storage.ts';

export type * from './journey/storage.ts';
export type * from './log/storage.ts';
export type * from './registry/storage.ts';
export type * from './staff/storage.ts';
export type * from './me/storage.ts';
export type * from './counter/storage.ts';
export type * from './messages/storage.ts';
export type * from './identity/signature-storage.ts';
export type * from './delivery/sp-call-storage.ts';
export type * from './providers/storage.ts';
export type * from './staff/transfer-storage.ts';

export type Step =
  | JourneyStep
  | LogStep
  | RegistryStep
  | StaffStep
  | ResidentStep
  | MessageStep
  | SignatureStep
  | CounterStep
  | SpCallStep
  | ProviderStep;

export type Reason =
  | JourneyReason
  | LogReason
  | RegistryReason
  | StaffReason
  | ResidentReason
  | MessageReason
  | SignatureReason
  | CounterReason
  | SpCallReason
  | ProviderReason;

export interface PlatformStorage
  extends
    PlanStorage<Step, Reason>,
    JourneyReads,
    LogReads,
    RegistryReads,
    StaffReads,
    ResidentReads,
    MessageReads,
    SignatureReads,
    CounterReads,
    SpCallReads,
    ProviderReads,
    TransferReads {
  /** Bytes of what is there, by kind. */
  sizes(): Promise<Sizes<PlatformKind>>;
  /** Makes what was deleted unreadable in the storage's own files too. */
  eraseDeleted(): Promise<void>;
}
