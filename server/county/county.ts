/** What the county's verbs work with: the given parts and what is made of them at start. */
import type { X509Certificate } from 'node:crypto';
import type { Clock, Fetch, Log } from '../context.ts';
import type { AgencyPins } from '../crypto/agency-pins.ts';
import type { PackageTrust } from '../packages/trust.ts';
import type { RevocationList } from '../crypto/crl.ts';
import type { EpochKeys } from '../crypto/epochs.ts';
import type { CountyClient } from './client-registration.ts';
import type { Cookies } from '../http/cookies.ts';
import type { KnownBrowsers } from '../limits/known-browser.ts';
import type { Limiter } from '../limits/limiter.ts';
import type { Addresses } from './addresses.ts';
import type { CountyConfig } from './config.ts';
import type { Judge } from './judging/judged.ts';
import type { OrganisationSetting } from './organisation.ts';
import type { Registrar } from './registration/registrar.ts';
import type { Turn } from './registration/turn.ts';
import type { CountyService } from './services/county-service.ts';
import type { Changes } from './drafts/changes.ts';
import type { Jobs } from './jobs.ts';
import type { Seals } from './seals.ts';
import type { CountySpace } from './kinds.ts';
import type { CountyStorage } from './storage.ts';

export interface County {
  readonly storage: CountyStorage;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: Fetch;
  /** This process among several on one storage: the same at every start … */
  readonly instance: string;
  /** … and this life of it: who holds a fetch. */
  readonly holder: string;
  readonly wait: (ms: number) => Promise<void>;
  /** Aborted when the app closes: waiting ends, and what is not fetched is taken up at the next start. */
  readonly closing: AbortSignal;
  readonly config: CountyConfig;
  readonly cookies: Cookies;
  readonly limiter: Limiter;
  readonly space: CountySpace;
  readonly browsers: KnownBrowsers;
  readonly addresses: Addresses;
  /** Whose app it is; the offices that work in it are records. */
  readonly organisation: OrganisationSetting;
  readonly seals: Seals;
  readonly epochs: EpochKeys;
  readonly anchors: readonly X509Certificate[];
  /** Absent or none: revocation is not checked. */
  readonly crls?: readonly RevocationList[];
  readonly agencies?: AgencyPins;
  /** Of datasets whose agency has authorities of its own. */
  readonly own?: PackageTrust['own'];
  /** What residents get now; publishing a form changes it, and so does what the register says. */
  readonly services: Map<string, CountyService>;
  /** Registrations that came by file. */
  readonly clients: readonly CountyClient[];
  /** Absent: nobody carries registrations, and only those of the file are there. */
  readonly registrar?: Registrar;
  /** Whoever talks to the register, or writes down what it said, waits for its turn. */
  readonly registering: Turn;
  readonly judge: Judge;
  readonly jobs: Jobs;
  readonly changes: Changes;
}
