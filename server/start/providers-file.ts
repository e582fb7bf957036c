/**
 * `MYDATA_PROVIDERS`: agencies with a data provider of their own (docs/data-provider.md). The platform takes all of an
 * entry, a county only whose signature counts: `ca`, `crl`, `agency`. A file with a mistake is refused whole, and every
 * mistake is named with its entry and its field.
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { ConfigError } from '../config.ts';
import { readOwnTrust, type OwnTrust } from '../packages/trust.ts';
import {
  dateForms,
  methods,
  providerProblems,
  tokens,
  type ProviderField,
  type ProviderSetting,
} from '../platform/providers/setting.ts';
import { isObject } from '#schemas/json.ts';

/** Field of the file → of the setting. */
const fields = {
  resource_id: 'resourceId',
  url: 'url',
  method: 'method',
  token: 'token',
  dates: 'dates',
  headers: 'headers',
  resource_secret: 'secret',
  heartbeat_url: 'heartbeatUrl',
  ca: 'ca',
  crl: 'crl',
  agency: 'agency',
} as const satisfies Readonly<Record<string, ProviderField>>;

type FileField = keyof typeof fields;

/** An entry as far as it is said; the texts of files instead of their names. */
export interface FileEntry {
  /** For errors: `providers.json[0] (API.…)`. */
  readonly where: string;
  readonly setting: Partial<ProviderSetting> & Pick<ProviderSetting, 'resourceId'>;
}

class Problems {
  readonly #all: string[] = [];

  add(where: string, field: string, rule: string): undefined {
    this.#all.push(`${where}${field && `.${field}`}: ${rule}`);
    return undefined;
  }

  /** @throws ConfigError with all of them */
  refuse(): void {
    if (this.#all.length)
      throw new ConfigError(`MYDATA_PROVIDERS:\n${this.#all.map((one) => `  - ${one}`).join('\n')}`);
  }
}

/** @throws ConfigError */
export async function readProvidersFile(file: string): Promise<readonly FileEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`MYDATA_PROVIDERS: there is no file ${file}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ConfigError(`MYDATA_PROVIDERS: ${file} is not JSON`);
  }
  if (!Array.isArray(json)) throw new ConfigError(`MYDATA_PROVIDERS: ${file} must be a JSON array of entries`);
  const problems = new Problems();
  const entries: FileEntry[] = [];
  for (const [index, entry] of (json as readonly unknown[]).entries()) {
    const read = await readEntry(entry, `${file}[${index}]`, dirname(file), problems);
    if (read && entries.some(({ setting }) => setting.resourceId === read.setting.resourceId))
      problems.add(read.where, 'resource_id', 'is there twice');
    if (read) entries.push(read);
  }
  problems.refuse();
  return entries;
}

async function readEntry(
  entry: unknown,
  place: string,
  folder: string,
  problems: Problems,
): Promise<FileEntry | undefined> {
  if (!isObject(entry)) return problems.add(place, '', 'must be an object');
  const id = entry['resource_id'];
  if (typeof id !== 'string') return problems.add(place, 'resource_id', 'is missing: the id of the dataset, as text');
  const where = `${place} (${id})`;
  for (const name of Object.keys(entry))
    if (!Object.hasOwn(fields, name))
      problems.add(where, name, `is not a known field (known: ${Object.keys(fields).join(', ')})`);
  const text = (field: FileField): string | undefined => {
    const value = entry[field];
    if (value === undefined || typeof value === 'string') return value;
    return problems.add(where, field, 'must be a text');
  };
  const oneOf = <Value extends string>(field: FileField, values: readonly Value[]): Value | undefined => {
    const value = entry[field];
    if (value === undefined) return undefined;
    return (
      values.find((one) => one === value) ??
      problems.add(where, field, `must be ${values.map((one) => `"${one}"`).join(' or ')}`)
    );
  };
  const texts = (field: FileField): Readonly<Record<string, string>> | undefined => {
    const value = entry[field];
    if (value === undefined) return undefined;
    if (isObject(value) && Object.values(value).every((one) => typeof one === 'string'))
      return value as Readonly<Record<string, string>>;
    return problems.add(where, field, 'must be an object of names and texts');
  };
  const content = async (field: FileField): Promise<string | undefined> => {
    const name = text(field);
    if (name === undefined) return undefined;
    const path = resolve(folder, name);
    return readFile(path, 'utf8').catch(() => problems.add(where, field, `there is no file ${path}`));
  };
  return {
    where,
    setting: {
      resourceId: id,
      url: text('url'),
      method: oneOf('method', methods),
      token: oneOf('token', tokens),
      dates: oneOf('dates', dateForms),
      headers: texts('headers'),
      secret: text('resource_secret'),
      heartbeatUrl: text('heartbeat_url'),
      ca: await content('ca'),
      crl: await content('crl'),
      agency: texts('agency'),
    },
  };
}

/** For the platform: what is not said is as the interface has it. @throws ConfigError */
export async function providerSettings(
  entries: readonly FileEntry[],
  given: { readonly environment: 'test' | 'live'; readonly datasets: ReadonlyMap<string, CatalogueEntry> },
): Promise<readonly ProviderSetting[]> {
  const problems = new Problems();
  const settings: ProviderSetting[] = [];
  for (const { where, setting } of entries) {
    for (const [field, name] of [
      ['url', 'the whole address of its DP-API'],
      ['resource_secret', 'what its provider introspects tokens with'],
    ] as const)
      if (setting[fields[field]] === undefined) problems.add(where, field, `is missing: ${name}`);
    const whole: ProviderSetting = {
      ...setting,
      url: setting.url ?? '',
      secret: setting.secret ?? '',
      method: setting.method ?? 'GET',
      token: setting.token ?? 'bearer',
      dates: setting.dates ?? 'yyyy/MM/dd',
      headers: setting.headers ?? {},
    };
    for (const { field, text } of await providerProblems(whole, given))
      if (setting[field] !== undefined) problems.add(where, fileFieldOf(field), text.en);
    settings.push(whole);
  }
  problems.refuse();
  return settings;
}

/** For who reads packages: datasets whose agency is vouched for by others than everybody's. @throws ConfigError */
export async function ownTrustOf(entries: readonly FileEntry[]): Promise<ReadonlyMap<string, OwnTrust>> {
  const problems = new Problems();
  const own = new Map<string, OwnTrust>();
  for (const { where, setting } of entries) {
    try {
      const trust = await readOwnTrust(setting);
      if (trust) own.set(setting.resourceId, trust);
    } catch (error) {
      problems.add(where, setting.crl === undefined ? 'ca' : 'ca and crl', (error as Error).message);
    }
  }
  problems.refuse();
  return own;
}

const fileFieldOf = (field: ProviderField): string =>
  Object.entries(fields).find(([, own]) => own === field)?.[0] ?? field;
