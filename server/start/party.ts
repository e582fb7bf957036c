import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { Clock, Fetch, Log } from '../context.ts';
import type { SandboxResident } from '../sandbox/resident.ts';

/** What a party is started with. */
export interface Setting {
  readonly config: Config;
  /** The checkout: built pages lie in its `dist`. */
  readonly root: string;
  /** None outside the test environment. */
  readonly residents: readonly SandboxResident[];
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: Fetch;
}

/** What `main.ts` needs of a party once it is made: its app, and what to do with it over time. */
export interface Party {
  readonly name: 'platform' | 'county' | 'provider';
  readonly title: string;
  readonly port: number;
  readonly url: string;
  readonly fetch: Hono['fetch'];
  /** Erases what is past its time. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}
