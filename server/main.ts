/**
 * Starts the parties: all, or those named on the command line (`platform`, `provider`, `county` for every county,
 * `county:hualien` for one). One process may hold them all, but they only ever meet over HTTP.
 */
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { pinoLog } from './adapters/pino-log.ts';
import { ownReach, strangersReach } from './calls/reach/reach.ts';
import { systemFetch } from './calls/system-fetch.ts';
import { ConfigError, readConfig } from './config.ts';
import { systemClock } from './context.ts';
import { lifetimes } from './lifetimes.ts';
import { OwnPeople } from './sandbox/people/own-people.ts';
import { TestClock } from './sandbox/clock/test-clock.ts';
import { loadResidents } from './sandbox/load-residents.ts';
import { announce } from './start/announce.ts';
import { bringUp, TurnedBack } from './start/bring-up.ts';
import { prepareCounty, startCounty } from './start/county.ts';
import type { CountySetting } from './counties/setting.ts';
import { needAuthorities } from './start/need-authorities.ts';
import { openPlace, type OpenPlace } from './start/folders/open-place.ts';
import { placeOf } from './start/folders/place.ts';
import { readCounties } from './counties/read-counties.ts';
import { packageRoot } from './package-root.ts';
import type { Party, Setting } from './start/party.ts';
import { startPlatform } from './start/platform.ts';
import { startProvider } from './start/provider.ts';
import { onSignals, serving, stopAll, type Serving } from './start/stop.ts';
import { markTestKeys, refuseTestKeys, type Started } from './start/refuse-test-keys.ts';

const sweepEvery = 60_000;

async function main(): Promise<void> {
  // Before the first file: what is made here is for its owner only.
  process.umask(0o077);
  const config = readConfig(process.env, packageRoot);
  const counties = await readCounties(config);
  const started = startedBy(process.argv.slice(2), counties);
  if (config.environment === 'live') await refuseTestKeys(config, counties, started, process.env);
  const places = new Map<string, OpenPlace>();
  const testClocks = new Map<string, TestClock>();
  for (const party of [...started.names, ...started.counties]) {
    const place = placeOf(config, party);
    places.set(place.label, await openPlace(place, { clock: systemClock }));
    if (config.environment === 'test') testClocks.set(place.label, await TestClock.open(place.data));
  }
  if (config.environment === 'test') await markTestKeys(config, started);
  for (const county of started.counties)
    await prepareCounty(config, county).catch((error: unknown) => {
      throw failed(county.label, error);
    });
  needAuthorities(config, started);

  const residents = config.environment === 'test' ? await loadResidents() : [];
  const fetch = await systemFetch({
    connectMs: lifetimes.connect.ms,
    reach: { partner: ownReach(config), stranger: strangersReach(config) },
  });
  // Each party has its own: they tell each other over HTTP.
  const made = new Map<string, OwnPeople>();
  if (config.environment === 'test')
    for (const party of [...started.names, ...started.counties]) {
      const { label, data } = placeOf(config, party);
      made.set(label, await OwnPeople.open(data, residents));
    }
  const parties: Party[] = [];
  const under: Serving[] = [];
  const setting = (label: string): Setting => {
    const testClock = testClocks.get(label);
    const ownPeople = made.get(label);
    return {
      config,
      counties,
      root: packageRoot,
      residents: ownPeople?.residents ?? residents,
      ...(ownPeople && { ownPeople }),
      clock: testClock ?? systemClock,
      ...(testClock && { testClock }),
      log: pinoLog(label, config.logLevel),
      fetch,
      generation: places.get(label)?.generation ?? 1,
    };
  };
  // The provider makes the CA that the counties trust and the secrets that the platform checks, so it goes first.
  const starters: readonly (readonly [label: string, start: (setting: Setting) => Promise<Party>])[] = [
    ...(['provider', 'platform'] as const)
      .filter((name) => started.names.includes(name))
      .map((name) => [name, { provider: startProvider, platform: startPlatform }[name]] as const),
    ...started.counties.map((county) => [county.label, (given: Setting) => startCounty(given, county)] as const),
  ];
  // From the first that serves on, whatever the others wait for.
  const marker = setInterval(() => {
    for (const { place, tick } of places.values())
      tick().catch((error: unknown) =>
        pinoLog(place.label, 'error').error(
          { code: (error as NodeJS.ErrnoException).code },
          'the mark cannot be written',
        ),
      );
  }, lifetimes.markAgain.ms);

  for (const [label, start] of starters) {
    const party = await start(setting(label)).catch((error: unknown) => {
      throw failed(label, error);
    });
    under.push(serving(party, await bringUp(party, places.get(label), () => listen(party, config.host))));
    parties.push(party);
  }
  const witnesses = parties.flatMap((party) => party.witnesses ?? []);
  // Once more: those in this process answer only now.
  for (const one of witnesses) {
    const { problems, silent } = await one.look();
    if (problems.length) throw new TurnedBack(problems);
    if (silent.length)
      console.warn(`Witnesses that do not answer, so that nobody knows what they have seen: ${silent.join(', ')}`);
    if (config.environment === 'live' && !config.witnessesFile)
      console.warn('The log has no witnesses: name them in MYDATA_WITNESSES (docs/verify-the-log.md)');
  }
  const submit = (): void => {
    for (const one of witnesses)
      one.submit().then(
        (problems) => {
          if (problems.length) void stop(new TurnedBack(problems));
        },
        (error: unknown) =>
          pinoLog('platform', 'error').error({ code: (error as Error).name }, 'the witnesses can not be asked'),
      );
  };
  submit();
  const submitter = setInterval(submit, lifetimes.witnessEvery.ms);

  const sweeper = setInterval(() => {
    for (const party of parties) {
      party
        .sweep()
        .catch((error: unknown) =>
          pinoLog(party.label, 'error').error({ code: (error as Error).name }, 'sweep failed'),
        );
    }
  }, sweepEvery);

  const stop = async (why?: Error): Promise<void> => {
    if (why) console.error(why.message);
    clearInterval(submitter);
    clearInterval(sweeper);
    clearInterval(marker);
    const cut = await stopAll(under, lifetimes.stopWait.ms);
    for (const place of places.values()) await place.close();
    if (cut) pinoLog('stop', config.logLevel).warn({ cut }, 'requests were cut off');
    process.exit(why ? 1 : 0);
  };
  onSignals(() => stop());

  console.log(await announce(parties, config, residents, fetch));
}

/** @throws ConfigError for a name that nothing has */
function startedBy(asked: readonly string[], counties: readonly CountySetting[]): Started {
  const all = ['platform', 'provider', 'county', ...counties.map(({ label }) => label)];
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length) throw new ConfigError(`unknown party ${unknown.join(', ')}: ${[...new Set(all)].join(', ')}`);
  const wanted = (name: string): boolean => !asked.length || asked.includes(name);
  return {
    names: (['provider', 'platform'] as const).filter(wanted),
    counties: counties.filter(({ label }) => wanted('county') || wanted(label)),
  };
}

/** Says whose start it was. */
function failed(label: string, error: unknown): unknown {
  if (label.startsWith('county:') && error instanceof Error) error.message = `${label}: ${error.message}`;
  return error;
}

function listen(party: Party, hostname: string): Promise<Server> {
  return new Promise((done, fail) => {
    const server = serve({ fetch: party.fetch, port: party.port, hostname }, () => done(server as Server));
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new ConfigError(`${party.label}: port ${party.port} is taken: set ${party.portVariable}`)
          : error,
      ),
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error);
  process.exit(1);
});
