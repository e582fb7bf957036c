/**
 * All settings, read once from the environment; nothing else in the product reads it.
 *
 * | variable | meaning | default |
 * | --- | --- | --- |
 * | `MYDATA_PLATFORM_PORT`, `MYDATA_COUNTY_PORT`, `MYDATA_PROVIDER_PORT` | ports | 8701, 8702, 8703 |
 * | `MYDATA_HOST` | address to listen on | 127.0.0.1 |
 * | `MYDATA_PROXIES` | addresses of our own reverse proxies, by commas; their `X-Forwarded-For` is believed | none |
 * | `MYDATA_PLATFORM_URL`, `MYDATA_COUNTY_URL`, `MYDATA_PROVIDER_URL` | addresses as the others and the browsers see them | http://localhost:port |
 * | `MYDATA_DATA` | folder of databases and keys | .data |
 * | `MYDATA_CLIENTS` | JSON file with further service providers for the platform | none |
 * | `MYDATA_COUNTY_CLIENTS` | JSON file with the county's own client ids and secrets, in the same shape | MYDATA_DATA/county/clients.json, made at first start |
 * | `MYDATA_CA` | PEM file with the certificate authorities that the county trusts | the test CA of the provider |
 * | `MYDATA_CRL` | PEM file with revocation lists of those authorities; then every agency's issuer must have one | the provider's, with its test CA |
 * | `MYDATA_AGENCIES` | JSON file, dataset → attributes of the certificate that may sign it (`{"API.…": {"O": "…"}}`) | the provider's, with its test CA |
 * | `MYDATA_MINUTE_SECONDS` | how many seconds the provider takes for a minute of preparation time; 60 is real time, 0 at once | 0.1 |
 * | `MYDATA_SERVICES` | folder of the county's services | schemas/services/chiayi |
 * | `MYDATA_LOG` | `info` (a line per request), `warn`, `error` | warn |
 * | `MYDATA_ENV` | `test` or `live`; the sandbox exists in `test` only | test |
 */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

export type Environment = 'test' | 'live';

export interface Config {
  readonly environment: Environment;
  readonly host: string;
  readonly proxies: readonly string[];
  readonly ports: { readonly platform: number; readonly county: number; readonly provider: number };
  readonly urls: { readonly platform: string; readonly county: string; readonly provider: string };
  readonly dataFolder: string;
  readonly clientsFile?: string;
  readonly countyClientsFile: string;
  readonly caFile: string;
  /** Absent: revocation is not checked. */
  readonly crlFile?: string;
  /** Absent: any agency may sign any dataset. */
  readonly agenciesFile?: string;
  /** Seconds. */
  readonly preparationMinute: number;
  readonly servicesFolder: string;
  readonly logLevel: string;
}

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

function logLevel(level: string): string {
  if (!['debug', 'info', 'warn', 'error', 'silent'].includes(level))
    throw new ConfigError(`MYDATA_LOG must be debug, info, warn, error or silent, not "${level}"`);
  return level;
}

export function readConfig(env: Variables, root: string): Config {
  const environment = env.MYDATA_ENV ?? 'test';
  if (environment !== 'test' && environment !== 'live')
    throw new ConfigError(`MYDATA_ENV must be test or live, not "${environment}"`);
  const ports = {
    platform: port(env, 'MYDATA_PLATFORM_PORT', 8701),
    county: port(env, 'MYDATA_COUNTY_PORT', 8702),
    provider: port(env, 'MYDATA_PROVIDER_PORT', 8703),
  };
  if (new Set(Object.values(ports)).size !== 3)
    throw new ConfigError('platform, county and provider need three different ports');
  const dataFolder = resolve(root, env.MYDATA_DATA || '.data');
  const local = (name: string) => (env.MYDATA_CA ? undefined : join(dataFolder, 'provider', name));
  return {
    environment,
    host: env.MYDATA_HOST || '127.0.0.1',
    proxies: addresses(env, 'MYDATA_PROXIES'),
    ports,
    urls: {
      platform: origin(env, 'MYDATA_PLATFORM_URL', `http://localhost:${ports.platform}`),
      county: origin(env, 'MYDATA_COUNTY_URL', `http://localhost:${ports.county}`),
      provider: origin(env, 'MYDATA_PROVIDER_URL', `http://localhost:${ports.provider}`),
    },
    dataFolder,
    clientsFile: env.MYDATA_CLIENTS ? resolve(root, env.MYDATA_CLIENTS) : undefined,
    countyClientsFile: env.MYDATA_COUNTY_CLIENTS
      ? resolve(root, env.MYDATA_COUNTY_CLIENTS)
      : join(dataFolder, 'county', 'clients.json'),
    caFile: env.MYDATA_CA ? resolve(root, env.MYDATA_CA) : join(dataFolder, 'provider', 'ca.pem'),
    // A list or a pin of the test CA says nothing about another authority.
    crlFile: env.MYDATA_CRL ? resolve(root, env.MYDATA_CRL) : local('crl.pem'),
    agenciesFile: env.MYDATA_AGENCIES ? resolve(root, env.MYDATA_AGENCIES) : local('agencies.json'),
    preparationMinute: seconds(env, 'MYDATA_MINUTE_SECONDS', 0.1),
    servicesFolder: env.MYDATA_SERVICES
      ? resolve(root, env.MYDATA_SERVICES)
      : join(root, 'schemas', 'services', 'chiayi'),
    logLevel: logLevel(env.MYDATA_LOG || 'warn'),
  };
}
