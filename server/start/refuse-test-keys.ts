/**
 * Nothing starts as live with what belongs to the test environment: its keys, its authority, its invented clients and
 * staff, sample secrets, addresses without TLS. All that is wrong is named at once. What a test start makes is marked.
 */
import { X509Certificate } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { ConfigError, type Config } from '../config.ts';
import type { CountySetting } from '../counties/setting.ts';
import { aheadIn } from '../sandbox/clock/test-clock.ts';
import { keysInData } from './folders/live.ts';
import { isApart } from './folders/open-place.ts';
import { placeOf } from './folders/place.ts';
import { registrarKind } from './registrar.ts';
import type { Party } from './party.ts';

type Name = Party['name'];

const markFile = 'TEST-KEYS';

/** Secrets that stand in the documents or in the tests. */
const samples = new Set(['16 characters ..', '0123456789abcdef', 'fedcba9876543210']);

/** The parties that are started: the other two by name, the counties each with what is its own. */
export interface Started {
  readonly names: readonly Exclude<Name, 'county'>[];
  readonly counties: readonly CountySetting[];
}

/** Marks the folders of these parties: whatever keys they hold or will hold are for tests. */
export async function markTestKeys(config: Config, { names, counties }: Started): Promise<void> {
  const places = [...names, ...counties].map((party) => placeOf(config, party));
  for (const folder of places.flatMap((place) => (isApart(place) ? [place.data, place.keys] : [place.data]))) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, markFile), '測試環境的金鑰，不得用於正式環境。\nKeys of the test environment.\n');
  }
}

/** @param counties all of the installation: the platform reads their registrations. @throws ConfigError with every reason */
export async function refuseTestKeys(
  config: Config,
  counties: readonly CountySetting[],
  started: Started,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const reasons = (
    await Promise.all([
      markedFolders(config, counties),
      keysInData(config, counties, started),
      movedClocks(config, counties),
      Promise.resolve(plainAddresses(config, started)),
      Promise.resolve(sampleSettings(env)),
      started.names.includes('provider')
        ? ['the provider is simulated and signs with a test CA: start platform or county by name']
        : [],
      started.counties.length || started.names.includes('platform') ? testAuthorities(config.caFile) : [],
      agencyAuthorities(config.providersFile),
      clientProblems(config, started.names.includes('platform') ? counties : started.counties, started),
    ])
  ).flat();
  if (reasons.length) throw new ConfigError(`live does not start:\n${reasons.map((one) => `  - ${one}`).join('\n')}`);
}

/** All of them: the platform reads the provider's secrets, the county its authority, the platform the county's clients. */
async function markedFolders(
  { dataFolder, keysFolder, marksFolder }: Config,
  counties: readonly CountySetting[],
): Promise<readonly string[]> {
  const signs = [
    ...['platform', 'provider'].map((name) => join(dataFolder, name, markFile)),
    ...counties.map((county) => join(county.dataFolder, markFile)),
    ...(keysFolder === undefined ? [] : (['platform', ...counties] as const)).map((party) =>
      join(placeOf({ dataFolder, keysFolder, marksFolder }, party).keys, markFile),
    ),
    // Of folders that were made before they were marked, and of keys that were carried elsewhere.
    ...[join(dataFolder, 'platform', 'keys'), ...(keysFolder === undefined ? [] : [join(keysFolder, 'platform')])].map(
      (folder) => join(folder, 'citizen-ca.pem'),
    ),
  ];
  const found: string[] = [];
  for (const sign of signs) if (await exists(sign)) found.push(relative(dataFolder, sign));
  return found.length
    ? [`${dataFolder} holds keys of the test environment (${found.join(', ')}): name a new folder in MYDATA_DATA`]
    : [];
}

/** Records that are dated ahead of time prove nothing. */
async function movedClocks({ dataFolder }: Config, counties: readonly CountySetting[]): Promise<readonly string[]> {
  const folders = [
    join(dataFolder, 'platform'),
    join(dataFolder, 'provider'),
    ...counties.map((one) => one.dataFolder),
  ];
  const moved: string[] = [];
  for (const folder of folders) if (await aheadIn(folder)) moved.push(relative(dataFolder, folder));
  return moved.length
    ? [`${dataFolder} has clocks that were put ahead in a test (${moved.join(', ')}): name a new folder in MYDATA_DATA`]
    : [];
}

function plainAddresses({ urls }: Config, { names, counties }: Started): readonly string[] {
  // A party tells browsers and the others its own address, and calls theirs.
  const needed = names.includes('platform') ? (['platform', 'provider'] as const) : (['platform', ...names] as const);
  const addresses = new Map([
    ...needed.map((name) => [`MYDATA_${name.toUpperCase()}_URL`, urls[name]] as const),
    ...counties.map(({ portVariable, url }) => [portVariable.replace(/_PORT$/, '_URL'), url] as const),
  ]);
  return [...addresses]
    .filter(([, url]) => new URL(url).protocol !== 'https:')
    .map(([variable, url]) => `${variable} must begin with https:, not be ${url}`);
}

const sampleSettings = (env: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.entries(env)
    .filter(
      ([name, value = '']) =>
        name.startsWith('MYDATA_') &&
        (samples.has(value) || /change-?me|your[-_ ](secret|password|token)/i.test(value)),
    )
    .map(([name]) => `${name} is the sample of the documents`);

/** Of agencies with servers of their own. */
async function agencyAuthorities(file: string | undefined): Promise<readonly string[]> {
  const entries = file === undefined ? [] : ((await readEntries(file)) as readonly { readonly ca?: unknown }[]);
  const files = entries.flatMap(({ ca }) => (typeof ca === 'string' ? resolve(dirname(file ?? ''), ca) : []));
  return (await Promise.all([...new Set(files)].map((one) => testAuthorities(one, 'MYDATA_PROVIDERS')))).flat();
}

/** By their own words: the test authorities of this kit, and others' that say test. */
async function testAuthorities(caFile: string, setting = 'MYDATA_CA'): Promise<readonly string[]> {
  const text = await readFile(caFile, 'utf8').catch(() => '');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  const test = blocks.some((pem) => {
    try {
      const { subject, issuer } = new X509Certificate(pem);
      return [subject, issuer].some((name) => /測試|\btest\b/i.test(name));
    } catch {
      return false;
    }
  });
  return [
    ...(blocks.length ? [] : [`${setting} names no certificate authorities (${caFile})`]),
    ...(test ? [`${setting} trusts a test certificate authority (${caFile})`] : []),
  ];
}

interface ClientEntry {
  readonly client_id?: unknown;
  readonly client_secret?: unknown;
  readonly cbc_iv?: unknown;
  readonly return_url?: unknown;
  readonly sp_api_url?: unknown;
}

async function clientProblems(
  config: Config,
  counties: readonly CountySetting[],
  { names }: Started,
): Promise<readonly string[]> {
  const reasons: string[] = [];
  // Whoever registers over the registry, or serves by hand until the letter is answered, needs no file.
  if (config.registration.unregistered !== 'manual')
    for (const county of counties)
      if (registrarKind(config, county) === 'letter' && !(await exists(county.clientsFile)))
        reasons.push(
          `${county.label === 'county' ? 'MYDATA_COUNTY_CLIENTS' : `clientsFile of ${county.id}`} must name the file with the ids and secrets that the platform gave out`,
        );
  for (const file of [...counties.map((one) => one.clientsFile), ...(config.clientsFile ? [config.clientsFile] : [])])
    for (const client of await readEntries(file)) reasons.push(...problemsOf(client).map((rule) => `${file}: ${rule}`));
  if (names.includes('platform')) {
    if (!(await exists(config.resourcesFile)))
      reasons.push('MYDATA_RESOURCES must name the file with the secrets of the data providers');
    const secrets = (await readEntries(config.resourcesFile)) as readonly { readonly resource_secret?: unknown }[];
    if (secrets.some(({ resource_secret }) => samples.has(String(resource_secret))))
      reasons.push(`${config.resourcesFile}: a resource_secret is the sample of the documents`);
    const own = config.providersFile === undefined ? [] : await readEntries(config.providersFile);
    if ((own as typeof secrets).some(({ resource_secret }) => samples.has(String(resource_secret))))
      reasons.push(`${config.providersFile}: a resource_secret is the sample of the documents`);
  }
  return reasons;
}

function problemsOf({ client_id, client_secret, cbc_iv, return_url, sp_api_url }: ClientEntry): readonly string[] {
  const id = String(client_id);
  return [
    ...Object.entries({ client_secret, cbc_iv })
      .filter(([, value]) => samples.has(String(value)))
      .map(([name]) => `${id}: ${name} is the sample of the documents`),
    ...Object.entries({ return_url, sp_api_url })
      .filter(([, value]) => /^http:/i.test(String(value)))
      .map(([name]) => `${id}: ${name} must begin with https:`),
  ];
}

async function readEntries(file: string): Promise<readonly ClientEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map((entry: unknown) => (entry ?? {}) as ClientEntry) : [];
  } catch {
    return []; // said where the file is read in earnest
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
