/** The platform, ready to serve: register of services, keys, invented residents, app. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inUse } from '#schemas/datasets/catalogue.ts';
import { smtpTransport } from '../adapters/mail/smtp.ts';
import { smsWebhook } from '../adapters/sms/webhook.ts';
import { sqliteLimitStorage } from '../adapters/sqlite/limits/storage.ts';
import { sqlitePlatformStorage } from '../adapters/sqlite/platform/storage.ts';
import { addressesOf } from '../calls/reach/addresses-of.ts';
import { ConfigError, type Config } from '../config.ts';
import type { CountySetting } from '../counties/setting.ts';
import { behind, Gate } from '../http/gate/gate.ts';
import { lateness } from '../http/gate/late.ts';
import { lifetimes } from '../lifetimes.ts';
import { createApp } from '../platform/app.ts';
import { writeWhole } from '../files/write-whole.ts';
import { parseWitnesses, Witnesses, type CosignedStore, type WitnessAddress } from '../platform/log/witnesses.ts';
import { loadPlatformKeys } from '../platform/keys.ts';
import type { Transports } from '../platform/messages/transport.ts';
import { mergeClients, parseClients, type Client } from '../platform/registry/read-register.ts';
import {
  chiayi,
  ofFiles,
  seedCounty,
  seedFileServices,
  seedRegistryAccounts,
  type SeededAccounts,
} from '../platform/registry/seed.ts';
import { seedPlatform } from '../platform/sandbox/seed.ts';
import { staffProblems } from '../platform/staff/live.ts';
import { keepFileProviders } from '../platform/providers/set-provider.ts';
import type { PlatformStorage } from '../platform/storage.ts';
import { seedStaff } from '../platform/staff/sandbox-staff.ts';
import { freeSpaceOf } from '../space/free-space.ts';
import { placeOf } from './folders/place.ts';
import type { Party, Setting } from './party.ts';
import { providerSettings, readProvidersFile } from './providers-file.ts';
import { readTrust } from './trust.ts';

/**
 * Makes folder, keys and databases at the first start; takes over clients files and, in the test environment, invented
 * staff and accounts. Does not listen yet. @throws ConfigError, in live also without staff of its own
 */
export async function startPlatform({
  config,
  counties,
  root,
  residents,
  clock,
  testClock,
  ownPeople,
  log,
  fetch,
  generation,
}: Setting): Promise<Party> {
  const { data: folder, keys: keyFolder, marks, database } = placeOf(config, 'platform');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = await readClients(config, counties);
  const clients = mergeClients(files);
  const keys = await loadPlatformKeys(keyFolder, residents, clock);
  const storage = sqlitePlatformStorage(database);
  const limits = sqliteLimitStorage(join(folder, 'limits.db'));
  await seedPlatform({ storage, keys, residents, clock });
  for (const { county, clients: own } of files)
    await seedFileServices({ storage, clock }, own, await organisationOf({ storage, clock }, config, county));
  await keepProviders({ storage, keys, clock }, config);
  if (config.environment === 'test') {
    await seedStaff({ storage, keys, clock });
    await keepRegistryAccounts(join(folder, 'registry-accounts.json'), { storage, clock });
  } else await requireStaff(storage);
  const others = [
    { name: 'provider', url: config.urls.provider },
    ...counties.map(({ label, url }) => ({ name: label, url })),
  ];
  const platform = createApp({
    storage,
    limits,
    spaceLimits: { most: config.space.platform, reserve: config.space.reserve, free: freeSpaceOf(folder) },
    clock,
    ...(testClock && { testClocks: { clock: testClock, others } }),
    ...(ownPeople && { ownPeople: { people: ownPeople, others } }),
    keys,
    log,
    fetch,
    // Whoever only tries it out may have no name server.
    ...(config.environment === 'live' && { addressesOf: addressesOf(lifetimes.nameLookUp.ms) }),
    trust: await readTrust(config),
    transports: await transportsOf(config, { clock, log, fetch }),
    config: {
      environment: config.environment,
      proxies: config.proxies,
      networks: config.networks,
      publicUrl: config.urls.platform,
      ...(generation !== undefined && { generation }),
      clients,
      residents,
      provider: { url: config.urls.provider, secrets: await readSecrets(config) },
      scriptsFolder: join(root, 'dist', 'platform'),
      componentsFolder: join(root, 'dist', 'components'),
    },
  });
  const { lateMs, stop: forgetLateness } = lateness();
  const gate = new Gate({
    now: () => performance.now(),
    lateMs,
    https: new URL(config.urls.platform).protocol === 'https:',
    log,
  });
  return {
    name: 'platform',
    label: 'platform',
    portVariable: 'MYDATA_PLATFORM_PORT',
    title: 'MyData 參考平臺',
    port: config.ports.platform,
    url: config.urls.platform,
    fetch: behind(gate, platform.fetch),
    begin: () => platform.resume(),
    async sweep() {
      await platform.sweep();
      await platform.watch();
    },
    quiet: () => platform.quiet(),
    witnesses: new Witnesses({
      storage,
      keys: keys.log,
      publicUrl: config.urls.platform,
      ...(generation !== undefined && { generation }),
      fetch,
      clock,
      log,
      addresses: await witnessesOf(config, counties),
      store: cosignedIn(join(marks, 'cosigned.json')),
    }),
    async close() {
      forgetLateness();
      await storage.close();
      await limits.close();
    },
  };
}

async function witnessesOf(config: Config, counties: readonly CountySetting[]): Promise<readonly WitnessAddress[]> {
  const { witnessesFile: file, environment, urls } = config;
  if (file === undefined)
    return environment === 'test'
      ? [urls.provider, ...counties.map(({ url }) => url)].map((url) => ({ url: `${url}/witness` }))
      : [];
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`MYDATA_WITNESSES: there is no file ${file}`);
  });
  try {
    return parseWitnesses(text);
  } catch (error) {
    throw new ConfigError(`MYDATA_WITNESSES: ${file}: ${(error as Error).message}`);
  }
}

/** Beside the last checkpoint: no backup puts it back. */
function cosignedIn(file: string): CosignedStore {
  return {
    async read() {
      return JSON.parse((await readFile(file, 'utf8').catch(() => undefined)) ?? '{}') as Awaited<
        ReturnType<CosignedStore['read']>
      >;
    },
    write: (all) => writeWhole(file, `${JSON.stringify(all, null, 2)}\n`),
  };
}

/** Of the test environment's invented counties, for a county of the same installation to find its own. */
async function keepRegistryAccounts(
  file: string,
  needs: Pick<Setting, 'clock'> & { readonly storage: PlatformStorage },
): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  let known: SeededAccounts = {};
  try {
    known = JSON.parse(text) as SeededAccounts;
  } catch {
    // Cut off while it was written: made anew.
  }
  const accounts = `${JSON.stringify(await seedRegistryAccounts(needs, known), null, 2)}\n`;
  if (accounts === text) return chmod(file, 0o600);
  await writeFile(`${file}.new`, accounts, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** What carries notices to people, as far as it is set up. → undefined: the test environment's own outbox */
async function transportsOf(
  { smtp, sms, environment }: Config,
  { clock, fetch, log }: Pick<Setting, 'clock' | 'fetch' | 'log'>,
): Promise<Transports | undefined> {
  if (!smtp && !sms && environment === 'test') return undefined;
  if (!smtp && !sms) log.error({}, 'MYDATA_SMTP_URL and MYDATA_SMS_URL are not set: nobody will get a notice');
  const ca =
    smtp?.caFile === undefined
      ? undefined
      : await readFile(smtp.caFile, 'utf8').catch(() => {
          throw new ConfigError('MYDATA_SMTP_CA: there is no such file');
        });
  return {
    ...(smtp && { email: smtpTransport({ ...smtp, ca }) }),
    ...(sms && { sms: smsWebhook({ ...sms, clock, fetch }) }),
  };
}

interface ClientFile {
  /** Whose it is; absent: of others. */
  readonly county?: CountySetting;
  readonly source: string;
  readonly clients: readonly Client[];
}

function readClients(config: Config, counties: readonly CountySetting[]): Promise<readonly ClientFile[]> {
  const known = new Set(inUse.keys());
  const read = async (source: string): Promise<readonly Client[]> =>
    parseClients(await readJson(source), source, known);
  // One that registers itself has none, and one of several that was never started beside this platform none yet.
  const ofCounty = ({ clientsGiven, clientsFile }: CountySetting): Promise<readonly Client[]> =>
    clientsGiven || existsSync(clientsFile) ? read(clientsFile) : Promise.resolve([]);
  return Promise.all([
    ...counties.map(async (county) => ({
      county,
      source: county.clientsFile,
      clients: await ofCounty(county),
    })),
    ...[config.clientsFile ?? []].flat().map(async (source) => ({ source, clients: await read(source) })),
  ]);
}

/** In the test environment each county is an invented organisation of the register; one by variables is Chiayi. */
async function organisationOf(
  needs: Parameters<typeof seedCounty>[0],
  { environment }: Config,
  county: CountySetting | undefined,
): Promise<string> {
  if (environment !== 'test' || !county) return ofFiles.id;
  if (county.label === 'county') return chiayi.id;
  return seedCounty(needs, county.organisation);
}

async function requireStaff(storage: PlatformStorage): Promise<void> {
  const reasons = await staffProblems(storage);
  if (reasons.length) throw new ConfigError(`live does not start:\n${reasons.map((one) => `  - ${one}`).join('\n')}`);
}

/** @throws ConfigError for a mistake in the file, and for a dataset that people have set at the console */
async function keepProviders(
  needs: Parameters<typeof keepFileProviders>[0],
  { providersFile, environment }: Config,
): Promise<void> {
  const entries = providersFile === undefined ? [] : await readProvidersFile(providersFile);
  const taken = await keepFileProviders(needs, await providerSettings(entries, { environment, datasets: inUse }));
  if (taken.length)
    throw new ConfigError(
      `MYDATA_PROVIDERS: ${taken.join(', ')} is set at the console: start without it, remove it at /operator/datasets, and start again`,
    );
}

async function readSecrets(config: Config): Promise<Record<string, string>> {
  const rows = (await readJson(config.resourcesFile)) as readonly { resource_id: string; resource_secret: string }[];
  return Object.fromEntries(rows.map((row) => [row.resource_id, row.resource_secret]));
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`there is no file ${file}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(`${file} is not JSON`);
  }
}
