/** What the county app is given, and the checks that it starts with. */
import { CountySetupError } from './setup-error.ts';
import type { X509Certificate } from 'node:crypto';
import type { Clock, Fetch, Log } from '../context.ts';
import type { AgencyPins } from '../crypto/agency-pins.ts';
import type { PackageTrust } from '../packages/trust.ts';
import type { RevocationList } from '../crypto/crl.ts';
import type { EpochKeys } from '../crypto/epochs.ts';
import type { LimitStorage } from '../limits/storage.ts';
import type { OwnPeople } from '../sandbox/people/own-people.ts';
import type { TestClock } from '../sandbox/clock/test-clock.ts';
import type { SandboxResident } from '../sandbox/resident.ts';
import type { Text } from '#schemas/text.ts';
import type { CountyClient } from './client-registration.ts';
import type { Addresses } from './addresses.ts';
import type { Judge } from './judging/judged.ts';
import type { OrganisationSetting } from './organisation.ts';
import type { Looks } from './site/looks.ts';
import type { Site } from './site/site.ts';
import type { Registrar } from './registration/registrar.ts';
import type { LoadedService } from './services/load-services.ts';
import type { SpaceOptions } from '../space/space.ts';
import type { CountyKind } from './kinds.ts';
import type { CountyStorage } from './storage.ts';

export interface CountyConfig {
  /** Address under which browsers and the platform see this app. */
  readonly publicUrl: string;
  readonly platformUrl: string;
  readonly platformName?: Text;
  readonly environment: 'test' | 'live';
  /** Addresses of our own proxies, whose word on the caller's address counts. */
  readonly proxies?: readonly string[];
  /** Addresses or networks (`10.1.0.0/16`) of the counters' computers; absent or none: any. */
  readonly deskAddresses?: readonly string[];
  /** Whose app this is, and the offices that its storage begins with; where none is named, those that its services name. */
  readonly organisation?: OrganisationSetting;
  /** The built site; absent: no pages but the staff's, the API only. */
  readonly site?: Site;
  /** Folder of the built playground; only looked at in the test environment. */
  readonly playground?: string;
  /** How the organisation shows itself; absent: as nobody in particular. */
  readonly looks?: Looks;
  /** Where people are sent to; what is absent is as the site says, and without a site the front page. */
  readonly addresses?: Partial<Addresses>;
  /** Two capitals in front of application numbers; AP unless told otherwise. */
  readonly numberPrefix?: string;
  /** In front of its cookies' names; `county` where the installation serves no other. */
  readonly cookieName?: 'county' | `county_${string}`;
  readonly services: readonly LoadedService[];
  /**
   * What becomes of a service as long as the platform has registered none of its versions: `manual` it is offered without
   * MyData, to be filled in by hand · `closed` it is shown and says where it stands, and takes no applications. Absent: by hand.
   */
  readonly unregistered?: 'manual' | 'closed';
  /** Invented ones, for trying forms out; test environment only. */
  readonly residents?: readonly SandboxResident[];
  /** Milliseconds of a minute of preparation time, where a test platform goes faster. */
  readonly preparationMinute?: number;
}

export interface CountyKeys {
  /** 32 bytes: everything that the county keeps longer than eight hours is sealed under keys derived from it. */
  readonly master: Uint8Array;
  readonly epochs: EpochKeys;
  /** Certificate authorities that a package's certificate must lead to. */
  readonly anchors: readonly X509Certificate[];
  /** Absent or none: revocation is not checked. */
  readonly crls?: readonly RevocationList[];
  readonly agencies?: AgencyPins;
  /** Of datasets whose agency has authorities of its own. */
  readonly own?: PackageTrust['own'];
  readonly clients: readonly CountyClient[];
}

export interface CountyDependencies {
  readonly storage: CountyStorage;
  /** Shared by the processes of the county; absent: one process, which forgets when it stops. */
  readonly limits?: LimitStorage;
  /** How much of each kind it keeps; absent: as `countySpaceDefaults` says, and the file system is not looked at. */
  readonly space?: Partial<Pick<SpaceOptions<CountyKind>, 'most' | 'free' | 'reserve'>>;
  readonly clock: Clock;
  readonly keys: CountyKeys;
  readonly config: CountyConfig;
  readonly log: Log;
  readonly fetch: Fetch;
  /** This process among several on one storage: the same at every start, and no other's. */
  readonly instance?: string;
  /** Carries registrations to the platform; absent: those of the clients file are all there are. */
  readonly registrar?: Registrar;
  /** Checks and compiles what designers write; absent: here and now. */
  readonly judge?: Judge;
  /** Test people that are made while it runs; only looked at in the test environment. */
  readonly ownPeople?: OwnPeople;
  /** Can be moved; only looked at in the test environment. */
  readonly testClock?: TestClock;
  /** Waits that many milliseconds; injected so that no test sleeps. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** Refuses to start rather than to run without a key or an anchor. */
export function checkSetup({ keys, config }: Pick<CountyDependencies, 'keys' | 'config'>): void {
  if (keys.master.length !== 32) throw new CountySetupError('master-key', 'the storage key must be 32 bytes');
  if (!keys.anchors.length)
    throw new CountySetupError('no-anchor', 'no certificate authority is trusted: no package could be accepted');
  for (const url of [config.publicUrl, config.platformUrl]) {
    if (!URL.canParse(url)) throw new CountySetupError('address', `not an address: ${url}`);
  }
  if (config.numberPrefix !== undefined && !/^[A-Z]{2}$/.test(config.numberPrefix)) {
    throw new CountySetupError('number-prefix', 'the prefix of application numbers is two capitals');
  }
}
