import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import type { CountySetting } from '../counties/setting.ts';
import type { Clock, Fetch, Log } from '../context.ts';
import type { Witnesses } from '../platform/log/witnesses.ts';
import type { OwnPeople } from '../sandbox/people/own-people.ts';
import type { TestClock } from '../sandbox/clock/test-clock.ts';
import type { SandboxResident } from '../sandbox/resident.ts';

/** What a party is started with. */
export interface Setting {
  readonly config: Config;
  /** All of the installation, whichever of them are started here. */
  readonly counties: readonly CountySetting[];
  /** The checkout: built pages lie in its `dist`. */
  readonly root: string;
  /** None outside the test environment. */
  readonly residents: readonly SandboxResident[];
  /** Those and the ones that were made, of this party; test environment only. */
  readonly ownPeople?: OwnPeople;
  readonly clock: Clock;
  /** The same, where it can be moved: in the test environment. */
  readonly testClock?: TestClock;
  readonly log: Log;
  readonly fetch: Fetch;
  /** Of the party's database: rises when a backup is taken up. */
  readonly generation?: number;
}

/** What `main.ts` needs of a party once it is made: its app, and what to do with it over time. */
export interface Party {
  readonly name: 'platform' | 'county' | 'provider';
  /** On the command line, in log lines and in errors; tells several counties apart (`county:hualien`). */
  readonly label: string;
  /** What to set when its port is taken. */
  readonly portVariable: string;
  readonly title: string;
  readonly port: number;
  readonly url: string;
  readonly fetch: Hono['fetch'];
  /** Goes on with what was under way. Not before it is known that its database is the newest. */
  begin?(): Promise<void>;
  /** Erases what is past its time. */
  sweep(): Promise<void>;
  /** Begins nothing new: streams end, waiting ends, and work under way is waited for. Requests are still answered. */
  quiet(): Promise<void>;
  close(): Promise<void>;
  /** Of the platform's log. */
  readonly witnesses?: Pick<Witnesses, 'look' | 'submit'>;
}
