/**
 * Starts the parties: all three, or those named on the command line (`platform`, `county`, `provider`). One process may
 * hold them all, but they only ever meet over HTTP.
 */
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { pinoLog } from './adapters/pino-log.ts';
import { ConfigError, readConfig } from './config.ts';
import { systemClock } from './context.ts';
import { loadResidents } from './sandbox/load-residents.ts';
import { announce } from './start/announce.ts';
import { prepareCounty, startCounty } from './start/county.ts';
import type { Party, Setting } from './start/party.ts';
import { startPlatform } from './start/platform.ts';
import { startProvider } from './start/provider.ts';
import { markTestKeys, refuseTestKeys } from './start/refuse-test-keys.ts';

const sweepEvery = 60_000;
// The provider makes the CA that the county trusts and the secrets that the platform checks, so it goes first.
const starters = { provider: startProvider, platform: startPlatform, county: startCounty };
type Name = keyof typeof starters;

const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in starters));
  if (unknown.length) throw new ConfigError(`unknown party ${unknown.join(', ')}: platform, county or provider`);
  const names = (Object.keys(starters) as Name[]).filter((name) => !asked.length || asked.includes(name));
  const config = readConfig(process.env, root);
  if (config.environment === 'live') await refuseTestKeys(config, names, process.env);
  else await markTestKeys(config, names);
  if (names.includes('platform') && names.includes('county')) await prepareCounty(config);

  const residents = config.environment === 'test' ? await loadResidents() : [];
  const parties: Party[] = [];
  const servers: ServerType[] = [];
  for (const name of names) {
    const setting: Setting = {
      config,
      root,
      residents,
      clock: systemClock,
      log: pinoLog(name, config.logLevel),
      fetch: (request) => fetch(request),
    };
    const party = await starters[name](setting);
    servers.push(await listen(party, config.host));
    parties.push(party);
  }
  const sweeper = setInterval(() => {
    for (const party of parties) {
      party
        .sweep()
        .catch((error: unknown) => pinoLog(party.name, 'error').error({ code: (error as Error).name }, 'sweep failed'));
    }
  }, sweepEvery);

  const stop = async (): Promise<void> => {
    clearInterval(sweeper);
    for (const server of servers) server.close();
    await Promise.all(parties.map((party) => party.close()));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  console.log(await announce(parties, config, residents));
}

function listen(party: Party, hostname: string): Promise<ServerType> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: party.fetch, port: party.port, hostname }, () => done(server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`port ${party.port} is taken: set MYDATA_${party.name.toUpperCase()}_PORT`)
          : error,
      ),
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error);
  process.exit(1);
});
