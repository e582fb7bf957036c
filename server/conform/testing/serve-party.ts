/** One of our own parties at a real port, in the test's own process. */
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import { ownReach } from '../../calls/reach/reach.ts';
import { systemFetch } from '../../calls/system-fetch.ts';
import { silentLog, systemClock, type Fetch } from '../../context.ts';
import type { Config } from '../../config.ts';
import type { CountySetting } from '../../counties/setting.ts';
import type { SandboxResident } from '../../sandbox/resident.ts';
import type { Party, Setting } from '../../start/party.ts';

export const root = new URL('../../..', import.meta.url).pathname;

const reach = ownReach({ networks: [] });
export const realFetch: Fetch = await systemFetch({ connectMs: 5_000, reach: { partner: reach, stranger: reach } });

export interface Serving {
  readonly party: Party;
  close(): Promise<void>;
}

export async function serveParty(
  start: (setting: Setting) => Promise<Party>,
  given: {
    readonly config: Config;
    readonly counties: readonly CountySetting[];
    readonly residents: readonly SandboxResident[];
  },
): Promise<Serving> {
  const party = await start({ ...given, root, clock: systemClock, log: silentLog, fetch: realFetch });
  await party.begin?.();
  const server = await new Promise<Server>((ready) => {
    const made = serve({ fetch: party.fetch, port: party.port, hostname: '127.0.0.1' }, () => ready(made as Server));
  });
  return {
    party,
    async close() {
      await party.quiet();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await party.close();
    },
  };
}
