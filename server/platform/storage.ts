/**
 * The platform's storage port, in its own words: one file per area under `storage/`, one plan across all of them.
 * Keys are not here (files). What is personal lies in envelopes only (`crypto/epochs.ts`); people are found by keyed hash.
 */
import type { Sizes } from '../space/space.ts';
import type { PlanStorage } from '../storage/plan.ts';
import type { PlatformKind } from './space.ts';
import type { JourneyReads, JourneyReason, JourneyStep } from './storage/journeys.ts';
import type { LogReads, LogReason, LogStep } from './storage/log.ts';
import type { RegistryReads, RegistryReason, RegistryStep } from './storage/registry.ts';
import type { StaffReads, StaffReason, StaffStep } from './storage/staff.ts';
import type { ResidentReads, ResidentReason, ResidentStep } from './storage/residents.ts';
import type { ProviderReads, ProviderReason, ProviderStep } from './storage/providers.ts';
import type { TransferReads } from './storage/transfers.ts';
import type { SignatureReads, SignatureReason, SignatureStep } from './storage/signatures.ts';
import type { CounterReads, CounterReason, CounterStep } from './storage/counter.ts';
import type { SpCallReads, SpCallReason, SpCallStep } from './storage/sp-calls.ts';
import type { MessageReads, MessageReason, MessageStep } from './storage/messages.ts';

export type * from './storage/journeys.ts';
export type * from './storage/log.ts';
export type * from './storage/registry.ts';
export type * from './storage/staff.ts';
export type * from './storage/residents.ts';
export type * from './storage/counter.ts';
export type * from './storage/messages.ts';
export type * from './storage/signatures.ts';
export type * from './storage/sp-calls.ts';
export type * from './storage/providers.ts';
export type * from './storage/transfers.ts';

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
