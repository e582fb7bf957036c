/** What the data provider's verbs are given. */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ResourceId } from '#schemas/mapping/types.ts';
import type { Clock, Fetch, Log } from '../context.ts';
import type { ProviderKeys } from './keys.ts';
import type { SamplePerson } from './samples/person.ts';
import type { Faults } from './services/faults.ts';
import type { OwnPeople } from '../sandbox/people/own-people.ts';
import type { TestClock } from '../sandbox/clock/test-clock.ts';
import type { ProviderStorage } from './storage.ts';

export interface ProviderConfig {
  readonly urls: { readonly platform: string; readonly provider: string };
  /** The datasets that this provider answers for. */
  readonly catalogue: ReadonlyMap<ResourceId, CatalogueEntry>;
  /** Datasets that must be prepared first, and for how many seconds (429 until then). None unless named. */
  readonly preparationSeconds?: Readonly<Record<ResourceId, number>>;
  /** `/sandbox/faults` and `/samples` exist. Off unless told otherwise. */
  readonly sandbox?: boolean;
  /** Invented people whose records the sample pages show. */
  readonly people?: readonly SamplePerson[];
}

export interface ProviderContext {
  readonly storage: ProviderStorage;
  readonly clock: Clock;
  readonly keys: ProviderKeys;
  readonly config: ProviderConfig;
  readonly log: Log;
  readonly fetch: Fetch;
  /** Absent: nothing can be made to misbehave. */
  readonly faults?: Faults;
  /** Test people that are made while it runs; only looked at where there is a sandbox. */
  readonly ownPeople?: OwnPeople;
  /** Aborted when the process stops: what hangs on purpose ends. */
  readonly closing?: AbortSignal;
  /** Can be moved; only looked at where there is a sandbox. */
  readonly testClock?: TestClock;
  /** Absent: real time. */
  readonly wait?: (ms: number) => Promise<void>;
}
