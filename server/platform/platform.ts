/** What every part of the platform app is given. */
import { inUse } from '#schemas/datasets/catalogue.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { AddressesOf } from '../calls/reach/addresses-of.ts';
import type { Clock, Fetch, Log } from '../context.ts';
import { cookiesOf, type Cookies } from '../http/cookies.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import { knownBrowsers, type KnownBrowsers } from '../limits/known-browser.ts';
import type { PackageTrust } from '../packages/open-package.ts';
import { Limiter } from '../limits/limiter.ts';
import type { LimitStorage } from '../limits/storage.ts';
import { memoryLimitStorage } from '../limits/memory-storage.ts';
import { keyedHash, newId } from './hashes.ts';
import type { PlatformKeys } from './keys.ts';
import type { OwnPeople } from '../sandbox/people/own-people.ts';
import type { Clocks, OtherParty } from './sandbox/move-clocks.ts';
import { ledger } from './log/ledger.ts';
import type { Transports } from './messages/transport.ts';
import type { Client, ServiceRegister } from './registry/read-register.ts';
import { serviceRegister } from './registry/service-register.ts';
import { Space, type SpaceOptions } from '../space/space.ts';
import { platformSpaceDefaults, type PlatformKind, type PlatformSpace } from './space.ts';
import type { PlatformStorage } from './storage.ts';

export interface PlatformConfig {
  /** The sandbox (residents with their keys, outbox, records) exists in `test` only. */
  readonly environment: 'test' | 'live';
  /** As browsers see it, e.g. `http://localhost:8701`; its host name is the RP ID of passkeys. */
  readonly publicUrl: string;
  /** Addresses of our own proxies, whose word on the caller's address counts. */
  readonly proxies?: readonly string[];
  /** Addresses or networks that an SP-API may be at although they are not public. */
  readonly networks?: readonly string[];
  readonly clients: readonly Client[];
  /** Of its database: rises when a backup is taken up. */
  readonly generation?: number;
  /** The invented residents; the platform proves identity against them. */
  readonly residents: readonly SandboxResident[];
  readonly provider: {
    readonly url: string;
    /** resource id → its secret for `/connect/introspect`. */
    readonly secrets: { readonly [resourceId: string]: string };
  };
  /** Folder of the built browser scripts. */
  readonly scriptsFolder: string;
  /** Folder of the built web components, served as files and never imported; beside `scriptsFolder` where it is not said. */
  readonly componentsFolder?: string;
  /** Step at which desks are answered; 0 in tests, else `lifetimes.counterAnswer`. */
  readonly counterAnswerMs?: number;
}

export interface PlatformOptions {
  readonly storage: PlatformStorage;
  /** Shared by the processes of the platform; absent: one process, which forgets when it stops. */
  readonly limits?: LimitStorage;
  /** How much of each kind it keeps; absent: as `platformSpaceDefaults` says, and the file system is not looked at. */
  readonly spaceLimits?: Partial<Pick<SpaceOptions<PlatformKind>, 'most' | 'free' | 'reserve'>>;
  readonly clock: Clock;
  readonly keys: PlatformKeys;
  readonly config: PlatformConfig;
  readonly log: Log;
  /** Calls data providers and SP-APIs. */
  readonly fetch: Fetch;
  /** Whose packages it carries. */
  readonly trust: PackageTrust;
  /** Where a host name leads, for the rules on addresses; absent: they do not look. */
  readonly addressesOf?: AddressesOf;
  /** What carries notices to people; with none, the test environment's own outbox. */
  readonly transports?: Transports;
  /** This process among several on one storage: the same at every start, and no other's. */
  readonly instance?: string;
  /** Can be moved, those of the other parties with it. Absent: time is time; `live` has none. */
  readonly testClocks?: Clocks;
  /** Test people can be made; `live` has none. */
  readonly ownPeople?: { readonly people: OwnPeople; readonly others: readonly OtherParty[] };
}

/** The options with what is derived from them once. */
export interface Platform extends PlatformOptions {
  readonly clients: ServiceRegister;
  readonly datasets: ReadonlyMap<string, CatalogueEntry>;
  readonly cookies: Cookies;
  readonly limiter: Limiter;
  readonly space: PlatformSpace;
  readonly browsers: KnownBrowsers;
  /** Dataset → the word for what was wrong with the last package refused; this process's own, and gone with it. */
  readonly refusals: Map<string, string>;
  /** Aborted when the process stops: streams end, and browsers come back to the next one. */
  readonly closing: AbortSignal;
}

/**
 * Wraps the storage in the ledger of the log, and makes register, limiter, space and cookies. Without `limits` budgets
 * are kept in memory, for one process alone.
 */
export function platformOf(options: PlatformOptions, closing: AbortSignal = new AbortController().signal): Platform {
  const { config, keys, clock, limits = memoryLimitStorage() } = options;
  const hash = (text: string): string => keyedHash(keys.hashKey, 'limit', text);
  const clients = serviceRegister(options, config.clients);
  return {
    ...options,
    storage: ledger({
      ...options,
      keys: keys.log,
      clients,
      datasets: inUse,
      publicUrl: config.publicUrl,
      ...(config.generation !== undefined && { generation: config.generation }),
    }),
    clients,
    datasets: inUse,
    cookies: cookiesOf('platform', config.publicUrl),
    limiter: new Limiter({ storage: limits, clock, hash }),
    space: new Space({
      sizes: () => options.storage.sizes(),
      clock,
      log: options.log,
      most: platformSpaceDefaults,
      reserve: 0,
      ...options.spaceLimits,
    }),
    browsers: knownBrowsers({ now: () => clock.now(), hash, newId }),
    refusals: new Map(),
    closing,
  };
}
