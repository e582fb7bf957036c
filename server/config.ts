/**
 * All settings, read once from the environment; nothing else in the product reads it.
 *
 * | variable | meaning | default |
 * | --- | --- | --- |
 * | `MYDATA_PLATFORM_PORT`, `MYDATA_COUNTY_PORT`, `MYDATA_PROVIDER_PORT` | ports | 8701, 8702, 8703 |
 * | `MYDATA_COUNTIES` | JSON file with the counties of this installation (docs/counties.md) | in the test environment, where no variable of one county is set: demo/counties/counties.json; else one county, by variables |
 * | `MYDATA_COUNTY_<ID>_PORT`, `MYDATA_COUNTY_<ID>_URL` | of one county of the file; `MYDATA_COUNTY_PORT` is the first one's, and the others keep their distance to it | as the file says |
 * | `MYDATA_HOST` | address to listen on | 127.0.0.1 |
 * | `MYDATA_NETWORKS` | addresses or networks (`10.1.0.0/16`), by commas, that may be called although they are not public: in `live` an SP-API is called nowhere else | none |
 * | `MYDATA_PROXIES` | addresses of our own reverse proxies, by commas; their `X-Forwarded-For` is believed | none |
 * | `MYDATA_PLATFORM_URL`, `MYDATA_COUNTY_URL`, `MYDATA_PROVIDER_URL` | addresses as the others and the browsers see them | http://localhost:port |
 * | `MYDATA_DATA` | folder of databases: what is backed up | .data |
 * | `MYDATA_KEYS` | folder of keys, apart from the databases and their backup (docs/backup.md); needed in live | within MYDATA_DATA |
 * | `MYDATA_MARKS` | folder of the marks that show a database that was turned back; never in a backup | MYDATA_KEYS/marks; without MYDATA_KEYS MYDATA_DATA/marks |
 * | `MYDATA_CLIENTS` | JSON file with further service providers for the platform | none |
 * | `MYDATA_COUNTY_CLIENTS` | one county: JSON file with its own client ids and secrets, in the same shape; `live` reads it and never writes it | county/clients.json beside the county's keys, in `test` made at first start where the platform has no registry of ours |
 * | `MYDATA_REGISTRAR` | how services are registered: `platform` over its registry, `letter` by an official letter (`/staff/registrations`) | `platform` with a registry account, and with our own platform in `test`; else `letter` |
 * | `MYDATA_REGISTRY_ACCOUNT` | one county: `id:secret` of its account at the platform's registry; of several their files say it | in `test` that of MYDATA_DATA/platform/registry-accounts.json |
 * | `MYDATA_UNREGISTERED` | a service that has no registration yet: `manual` is offered to be filled in by hand, `closed` is not open yet | `manual`; in `live` `closed`, and a service of the files without keys is refused at the start |
 * | `MYDATA_RESOURCES` | JSON file with the secrets of the datasets' providers (`[{"resource_id": …, "resource_secret": …}]`) | the simulated provider's |
 * | `MYDATA_PROVIDERS` | JSON file with agencies' own data providers, a dataset each (docs/data-provider.md): the platform asks them, and a county takes from it whose signature counts | none: the provider of `MYDATA_PROVIDER_URL` answers for all |
 * | `MYDATA_CA` | PEM file with the certificate authorities whose agencies' packages platform and county take | the test CA of the provider |
 * | `MYDATA_CRL` | PEM file with revocation lists of those authorities; then every agency's issuer must have one | the provider's, with its test CA |
 * | `MYDATA_AGENCIES` | JSON file, dataset → attributes of the certificate that may sign it (`{"API.…": {"O": "…"}}`) | the provider's, with its test CA |
 * | `MYDATA_MINUTE_SECONDS` | how many seconds the provider takes for a minute of preparation time; 60 is real time, 0 at once | 0.1 |
 * | `MYDATA_SMTP_URL` | mail server for notices, `smtp://user:password@host:587` (STARTTLS) or `smtps://…` | none: the outbox of the test environment |
 * | `MYDATA_MAIL_FROM` | sender of the notices, `MyData <noreply@…>`; needed with `MYDATA_SMTP_URL` | |
 * | `MYDATA_SMTP_CA` | PEM file with the authorities that the mail server's certificate must lead to | the system's |
 * | `MYDATA_SMS_URL` | webhook that sends SMS (docs/messages.md) | none |
 * | `MYDATA_SMS_SECRET` | what its calls are signed with, 16 characters or more; needed with `MYDATA_SMS_URL` | |
 * | `MYDATA_DESK_ADDRESSES` | addresses or networks (`10.1.0.0/16`) of the counters' computers, by commas; no other may take cases | any |
 * | `MYDATA_SERVICES` | one county: folders of its services, by commas | schemas/services/chiayi,schemas/services/hualien |
 * | `MYDATA_SITE` | one county: folder of its built site, with its site.json | dist/county in the test environment; none in live: no pages but the staff's |
 * | `MYDATA_ADDRESSES` | one county: JSON file with where people are sent to (docs/counties.md, *Addresses*) | as the site says; in live refused where neither says it |
 * | `MYDATA_NUMBER_PREFIX` | one county: two capitals in front of its application numbers | AP |
 * | `MYDATA_WITNESSES` | file with the witnesses of the platform's log, a line each: `<verifier key> <address>` (docs/verify-the-log.md) | in `test` the counties and the provider of this installation; in `live` none |
 * | `MYDATA_COUNTY_SPACE`, `MYDATA_PLATFORM_SPACE` | how much of each kind a county and the platform keep, `files=10GB,drafts=1GB` (docs/going-live.md, *Space*) | as there |
 * | `MYDATA_FREE_SPACE` | how much of the file system stays free: with less nothing new is begun | 500MB |
 * | `MYDATA_LOG` | `info` (a line per request), `warn`, `error` | warn |
 * | `MYDATA_ENV` | `test` or `live`; the sandbox exists in `test` only | test |
 */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { classOfHost } from './calls/reach/address-class.ts';
import type { CountySetting } from './counties/setting.ts';
import { countySpaceDefaults } from './county/space.ts';
import type { CountyKind } from './county/kinds.ts';
import { platformSpaceDefaults, type PlatformKind } from './platform/space.ts';
import { readSize, readSizes } from './space/read-sizes.ts';
import type { Sizes } from './space/space.ts';

export type Environment = 'test' | 'live';

export interface Config {
  readonly environment: Environment;
  readonly host: string;
  readonly proxies: readonly string[];
  /** May be called although they are not public. */
  readonly networks: readonly string[];
  readonly deskAddresses: readonly string[];
  readonly ports: { readonly platform: number; readonly provider: number };
  readonly urls: { readonly platform: string; readonly provider: string };
  readonly counties: CountiesSource;
  readonly registration: RegistrationConfig;
  readonly dataFolder: string;
  /** Absent: keys lie within the data folder. */
  readonly keysFolder?: string;
  readonly marksFolder: string;
  readonly clientsFile?: string;
  readonly resourcesFile: string;
  readonly providersFile?: string;
  readonly caFile: string;
  /** Absent: revocation is not checked. */
  readonly crlFile?: string;
  /** Absent: any agency may sign any dataset. */
  readonly agenciesFile?: string;
  /** Seconds. */
  readonly preparationMinute: number;
  readonly smtp?: { readonly url: string; readonly from: string; readonly caFile?: string };
  readonly sms?: { readonly url: string; readonly secret: string };
  /** Absent: the parties of the installation, in the test environment. */
  readonly witnessesFile?: string;
  readonly space: SpaceConfig;
  readonly logLevel: string;
}

/** Bytes. */
export interface SpaceConfig {
  /** Of each county. */
  readonly county: Sizes<CountyKind>;
  readonly platform: Sizes<PlatformKind>;
  readonly reserve: number;
}

/** How counties come to be registered at the platform. */
export interface RegistrationConfig {
  /** Absent: as each county's account and file say. */
  readonly registrar?: 'platform' | 'letter';
  readonly account?: { readonly id: string; readonly secret: string };
  /** The platform is this installation's own, with invented accounts for its registry. */
  readonly ownPlatform: boolean;
  readonly unregistered: 'manual' | 'closed';
}

/** Where the installation's counties are said; `server/counties/read-counties.ts` makes settings of it. */
export type CountiesSource =
  | { readonly kind: 'one'; readonly county: CountySetting; readonly addressesFile?: string }
  | {
      readonly kind: 'file';
      readonly file: string;
      /** Of the first county; the others keep the distance to it that the file has. */
      readonly firstPort?: number;
      /** `MYDATA_COUNTY_<ID>_PORT` → port */
      readonly ports: ReadonlyMap<string, number>;
      /** `MYDATA_COUNTY_<ID>_URL` → address */
      readonly urls: ReadonlyMap<string, string>;
    };

type Variables = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  readonly code = 'config-invalid';
}

function port(env: Variables, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new ConfigError(`${name} must be a port from 1 to 65535, not "${text}"`);
  return value;
}

function seconds(env: Variables, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0 || value > 60)
    throw new ConfigError(`${name} must be a number of seconds from 0 to 60, not "${text}"`);
  return value;
}

function origin(env: Variables, name: string, fallback: string): string {
  const text = env[name];
  if (!text) return fallback;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new ConfigError(`${name} must be an http(s) address, not "${text}"`);
  return text.replace(/\/+$/, '');
}

function addresses(env: Variables, name: string): readonly string[] {
  const list = (env[name] ?? '').split(',').flatMap((one) => one.trim() || []);
  const bad = list.find((one) => !isIP(one));
  if (bad !== undefined) throw new ConfigError(`${name} must be network addresses divided by commas, not "${bad}"`);
  return list;
}

/** Of an address, or a network as `address/bits`. → what is wrong */
export function networkProblem(text: string): string | undefined {
  const [address = '', bits, more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  const right =
    isIP(address) && more === undefined && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  return right ? undefined : `must be an address or a network (10.1.0.0/16), not "${text}"`;
}

function networks(env: Variables, name: string): readonly string[] {
  const list = (env[name] ?? '').split(',').flatMap((one) => one.trim() || []);
  const bad = list.find((one) => networkProblem(one) !== undefined);
  if (bad !== undefined)
    throw new ConfigError(`${name} must be addresses or networks (10.1.0.0/16) divided by commas, not "${bad}"`);
  return list;
}

function smtp(env: Variables, root: string): Config['smtp'] {
  const url = env.MYDATA_SMTP_URL;
  if (!url) return undefined;
  // Never show it: it may hold a password.
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || !new URL(url).hostname)
    throw new ConfigError('MYDATA_SMTP_URL must be smtp://host:port or smtps://host:port');
  const from = env.MYDATA_MAIL_FROM ?? '';
  if (!/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    throw new ConfigError('MYDATA_MAIL_FROM must be an address, or a name and an <address>, with MYDATA_SMTP_URL');
  return { url, from, caFile: env.MYDATA_SMTP_CA ? resolve(root, env.MYDATA_SMTP_CA) : undefined };
}

function sms(env: Variables): Config['sms'] {
  const url = env.MYDATA_SMS_URL;
  if (!url) return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'https:' && !(parsed?.protocol === 'http:' && classOfHost(parsed.hostname) === 'loopback'))
    throw new ConfigError('MYDATA_SMS_URL must begin with https:// (http:// only for this machine)');
  const secret = env.MYDATA_SMS_SECRET ?? '';
  if (secret.length < 16)
    throw new ConfigError('MYDATA_SMS_SECRET must have at least 16 characters, with MYDATA_SMS_URL');
  return { url, secret };
}

function oneOf<Name extends string>(env: Variables, name: string, names: readonly Name[]): Name | undefined {
  const text = env[name];
  if (!text) return undefined;
  const found = names.find((one) => one === text);
  if (!found) throw new ConfigError(`${name} must be ${names.join(' or ')}, not "${text}"`);
  return found;
}

function registration(env: Variables, environment: Environment): RegistrationConfig {
  const registrar = oneOf(env, 'MYDATA_REGISTRAR', ['platform', 'letter'] as const);
  const text = env.MYDATA_REGISTRY_ACCOUNT;
  const [, id = '', secret = ''] = /^([^:\s]+):(\S+)$/.exec(text ?? '') ?? [];
  // Never show it: it holds a secret.
  if (text && !id) throw new ConfigError('MYDATA_REGISTRY_ACCOUNT must be id:secret');
  return {
    ...(registrar && { registrar }),
    ...(id && { account: { id, secret } }),
    ownPlatform: environment === 'test' && !env.MYDATA_PLATFORM_URL,
    unregistered:
      oneOf(env, 'MYDATA_UNREGISTERED', ['manual', 'closed'] as const) ??
      (environment === 'live' ? 'closed' : 'manual'),
  };
}

function sizes<Kind extends string>(env: Variables, name: string, defaults: Sizes<Kind>): Sizes<Kind> {
  try {
    return readSizes(env[name], defaults);
  } catch (error) {
    throw new ConfigError(`${name} ${(error as Error).message}`);
  }
}

function space(env: Variables): SpaceConfig {
  const reserve = readSize(env.MYDATA_FREE_SPACE || '500MB');
  if (reserve === undefined)
    throw new ConfigError(`MYDATA_FREE_SPACE must be a size like 500MB, not "${env.MYDATA_FREE_SPACE}"`);
  return {
    county: sizes(env, 'MYDATA_COUNTY_SPACE', countySpaceDefaults),
    platform: sizes(env, 'MYDATA_PLATFORM_SPACE', platformSpaceDefaults),
    reserve,
  };
}

function logLevel(level: string): string {
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(level))
    throw new ConfigError(`MYDATA_LOG must be debug, info, warn, error or silent, not "${level}"`);
  return level;
}

/** Of one county that is told by variables; a file says them itself, and for each. */
const ofOneCounty = [
  'MYDATA_COUNTY_URL',
  'MYDATA_COUNTY_CLIENTS',
  'MYDATA_REGISTRY_ACCOUNT',
  'MYDATA_SERVICES',
  'MYDATA_SITE',
  'MYDATA_ADDRESSES',
  'MYDATA_NUMBER_PREFIX',
];
const demoCounties = 'demo/counties/counties.json';

function countiesOf(
  env: Variables,
  root: string,
  {
    environment,
    dataFolder,
    keysFolder,
    deskAddresses,
  }: Pick<Config, 'environment' | 'dataFolder' | 'keysFolder' | 'deskAddresses'>,
): CountiesSource {
  const one = ofOneCounty.filter((name) => env[name]);
  if (env.MYDATA_COUNTIES && one.length)
    throw new ConfigError(`${one.join(', ')}: of one county; with MYDATA_COUNTIES the file says it`);
  if (env.MYDATA_COUNTIES || (environment === 'test' && !one.length)) {
    const named = (ending: string): readonly string[] =>
      Object.keys(env).filter((name) => env[name] && name.startsWith('MYDATA_COUNTY_') && name.endsWith(ending));
    return {
      kind: 'file',
      file: resolve(root, env.MYDATA_COUNTIES || demoCounties),
      ...(env.MYDATA_COUNTY_PORT && { firstPort: port(env, 'MYDATA_COUNTY_PORT', 0) }),
      ports: new Map(
        named('_PORT')
          .filter((name) => name !== 'MYDATA_COUNTY_PORT')
          .map((name) => [name, port(env, name, 0)]),
      ),
      urls: new Map(named('_URL').map((name) => [name, origin(env, name, '')])),
    };
  }
  const countyPort = port(env, 'MYDATA_COUNTY_PORT', 8702);
  const prefix = env.MYDATA_NUMBER_PREFIX || 'AP';
  if (!/^[A-Z]{2}$/.test(prefix)) throw new ConfigError(`MYDATA_NUMBER_PREFIX must be two capitals, not "${prefix}"`);
  const site = env.MYDATA_SITE || (environment === 'test' ? 'dist/county' : undefined);
  const name = { 'zh-Hant': '縣市線上申辦', en: 'County online services' };
  return {
    kind: 'one',
    ...(env.MYDATA_ADDRESSES && { addressesFile: resolve(root, env.MYDATA_ADDRESSES) }),
    county: {
      id: 'county',
      label: 'county',
      cookieName: 'county',
      portVariable: 'MYDATA_COUNTY_PORT',
      port: countyPort,
      url: origin(env, 'MYDATA_COUNTY_URL', `http://localhost:${countyPort}`),
      dataFolder: join(dataFolder, 'county'),
      organisation: { id: 'county', name: { 'zh-Hant': '縣市政府', en: 'County government' }, offices: [] },
      servicesFolders: (env.MYDATA_SERVICES || 'schemas/services/chiayi,schemas/services/hualien')
        .split(',')
        .map((folder) => resolve(root, folder.trim())),
      numberPrefix: prefix,
      clientsFile: env.MYDATA_COUNTY_CLIENTS
        ? resolve(root, env.MYDATA_COUNTY_CLIENTS)
        : join(keysFolder ?? dataFolder, 'county', 'clients.json'),
      clientsGiven: !!env.MYDATA_COUNTY_CLIENTS,
      deskAddresses,
      ...(site && { site: { folder: resolve(root, site), name, emblem: 'hills' } }),
    },
  };
}

/**
 * The settings of one installation. @param root what relative paths begin at @throws ConfigError, which names the
 * variable, at the first that does not hold; files are looked at by whoever needs them
 */
export function readConfig(env: Variables, root: string): Config {
  const environment = env.MYDATA_ENV ?? 'test';
  if (environment !== 'test' && environment !== 'live')
    throw new ConfigError(`MYDATA_ENV must be test or live, not "${environment}"`);
  const ports = {
    platform: port(env, 'MYDATA_PLATFORM_PORT', 8701),
    provider: port(env, 'MYDATA_PROVIDER_PORT', 8703),
  };
  const dataFolder = resolve(root, env.MYDATA_DATA || '.data');
  const keysFolder = env.MYDATA_KEYS ? resolve(root, env.MYDATA_KEYS) : undefined;
  const deskAddresses = networks(env, 'MYDATA_DESK_ADDRESSES');
  const counties = countiesOf(env, root, {
    environment,
    dataFolder,
    ...(keysFolder !== undefined && { keysFolder }),
    deskAddresses,
  });
  const own = counties.kind === 'one' ? [counties.county.port] : [];
  if (new Set([...Object.values(ports), ...own]).size !== 2 + own.length)
    throw new ConfigError('platform, county and provider need three different ports');
  const ofProvider = (name: string) => join(keysFolder ?? dataFolder, 'provider', name);
  const local = (name: string) => (env.MYDATA_CA ? undefined : ofProvider(name));
  return {
    environment,
    host: env.MYDATA_HOST || '127.0.0.1',
    proxies: addresses(env, 'MYDATA_PROXIES'),
    networks: networks(env, 'MYDATA_NETWORKS'),
    deskAddresses,
    ports,
    urls: {
      platform: origin(env, 'MYDATA_PLATFORM_URL', `http://localhost:${ports.platform}`),
      provider: origin(env, 'MYDATA_PROVIDER_URL', `http://localhost:${ports.provider}`),
    },
    counties,
    registration: registration(env, environment),
    dataFolder,
    ...(keysFolder !== undefined && { keysFolder }),
    marksFolder: env.MYDATA_MARKS ? resolve(root, env.MYDATA_MARKS) : join(keysFolder ?? dataFolder, 'marks'),
    clientsFile: env.MYDATA_CLIENTS ? resolve(root, env.MYDATA_CLIENTS) : undefined,
    resourcesFile: env.MYDATA_RESOURCES ? resolve(root, env.MYDATA_RESOURCES) : ofProvider('resources.json'),
    ...(env.MYDATA_PROVIDERS && { providersFile: resolve(root, env.MYDATA_PROVIDERS) }),
    caFile: env.MYDATA_CA ? resolve(root, env.MYDATA_CA) : ofProvider('ca.pem'),
    // A list or a pin of the test CA says nothing about another authority.
    crlFile: env.MYDATA_CRL ? resolve(root, env.MYDATA_CRL) : local('crl.pem'),
    agenciesFile: env.MYDATA_AGENCIES ? resolve(root, env.MYDATA_AGENCIES) : local('agencies.json'),
    preparationMinute: seconds(env, 'MYDATA_MINUTE_SECONDS', 0.1),
    smtp: smtp(env, root),
    sms: sms(env),
    ...(env.MYDATA_WITNESSES && { witnessesFile: resolve(root, env.MYDATA_WITNESSES) }),
    space: space(env),
    logLevel: logLevel(env.MYDATA_LOG || 'warn'),
  };
}
