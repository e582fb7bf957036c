/**
 * The register of services 服務 at the platform, read from JSON (the shape of `MYDATA_CLIENTS`). Everything is checked
 * here, once, at start: a file with one mistake is refused whole, with its name, the entry, the field and the rule.
 */
import { classOfHost } from '../../calls/reach/address-class.ts';
import type { ClientSecrets } from '../../protocol/mydata-1/fields.ts';
import { isJweMode, jweModes, type JweMode } from '../../protocol/mydata-1/jwe-modes.ts';
import { readCounter, readModes, type CounterOffer, type ServiceMode } from './counter-offer.ts';
import { isObject } from '#schemas/json.ts';

export interface Client {
  readonly clientId: string;
  /** 16 characters each, as the interface wants them. */
  readonly clientSecret: string;
  readonly cbcIv: string;
  /** Name of the service as the resident reads it. */
  readonly name: string;
  readonly returnUrl: string;
  readonly spApiUrl: string;
  readonly resources: readonly string[];
  /** Why more than five datasets may be asked (手冊 參-一-(六)). */
  readonly legalBasis?: string;
  /** Sent along with each call of the SP-API. */
  readonly apiKey?: string;
  /** For providers that can sign single fields: dataset → top-level field names. */
  readonly fields: { readonly [resourceId: string]: readonly string[] | undefined };
  /** Addresses that may fetch data; empty = any. */
  readonly addresses: readonly string[];
  readonly suspended: boolean;
  /** Where it may be used: on the service provider's own site, at a counter, or both. */
  readonly modes: readonly ServiceMode[];
  readonly counter: CounterOffer;
  /** How packages are sealed for it; absent: the usual pair of algorithms. */
  readonly jwe?: JweMode;
  /** The law that lets somebody else present it for the person (手冊 參-一-(七)); absent: nobody may. */
  readonly agentBasis?: string;
  /** What the register says beside it; absent for a client of a file that the register does not know. */
  readonly standing?: Standing;
}

export interface Standing {
  readonly serviceId: string;
  /** `closed`: not let through yet, or not any more before its first test. */
  readonly phase: 'test' | 'trial' | 'live' | 'closed' | 'ended';
  readonly organisation: string;
  /** Absent for a service of a file that names no organisation. */
  readonly organisationId?: string;
  /** For what the resident reads; empty for a client of a file. */
  readonly purpose: string;
  readonly purposeCodes: readonly string[];
  readonly serviceBasis: string;
  readonly terms: string;
  readonly retentionDays?: number;
  /** Of each group a journey asks for one at most: the resident chose it at the service provider. */
  readonly anyOf?: readonly (readonly string[])[];
  /** Secrets that are accepted beside the one we use: the next, and the former until it retires. */
  readonly otherSecrets: readonly ClientSecrets[];
}

/** Who may ask for what, as it stands now. */
export interface ServiceRegister {
  find(clientId: string): Promise<Client | undefined>;
  /** Ended ones too: records name them. */
  list(): Promise<readonly Client[]>;
}

export class RegistryError extends Error {
  readonly code = 'clients-invalid';
}

export const datasetLimit = 5;

const known = new Set([
  'client_id',
  'client_secret',
  'cbc_iv',
  'name',
  'return_url',
  'sp_api_url',
  'resources',
  'legal_basis',
  'api_key',
  'fields',
  'addresses',
  'suspended',
  'modes',
  'counter',
  'acts_for_another',
  'jwe',
]);

type Fail = (field: string, rule: string) => never;
type Entry = Readonly<Record<string, unknown>>;

/**
 * @param json parsed JSON, an array
 * @param source the file's name, for errors
 * @param knownResources ids of the catalogue
 * @throws RegistryError
 */
export function parseClients(json: unknown, source: string, knownResources: ReadonlySet<string>): readonly Client[] {
  if (!Array.isArray(json)) throw new RegistryError(`${source}: must be a JSON array of clients`);
  const clients = json.map((entry: unknown, index) => parseClient(entry, `${source}[${index}]`, knownResources));
  return mergeClients([{ source, clients }]);
}

/** Puts several files' clients together. @throws RegistryError where two have one id */
export function mergeClients(
  files: readonly { readonly source: string; readonly clients: readonly Client[] }[],
): readonly Client[] {
  const seen = new Set<string>();
  for (const { source, clients } of files) {
    clients.forEach(({ clientId }, index) => {
      if (seen.has(clientId))
        throw new RegistryError(`${source}[${index}].client_id: "${clientId}" is registered twice`);
      seen.add(clientId);
    });
  }
  return files.flatMap(({ clients }) => clients);
}

function parseClient(entry: unknown, where: string, knownResources: ReadonlySet<string>): Client {
  if (!isObject(entry)) throw new RegistryError(`${where}: must be an object`);
  const fail: Fail = (field, rule) => {
    throw new RegistryError(`${where}.${field}: ${rule}`);
  };
  for (const field of Object.keys(entry))
    if (!known.has(field)) fail(field, `is not a known setting (known: ${[...known].join(', ')})`);
  const clientId = text(entry, 'client_id', fail);
  if (!/^CLI\.[A-Za-z0-9]{10}$/.test(clientId)) fail('client_id', 'must be "CLI." and 10 letters or digits');
  const resources = parseResources(entry, fail, knownResources);
  const legalBasis = optionalText(entry, 'legal_basis', fail);
  if (resources.length > datasetLimit && !legalBasis) {
    fail(
      'resources',
      `${resources.length} datasets without legal_basis: 手冊 參-一-(六) 每項服務以 ${datasetLimit} 項資料集為限 (at most ${datasetLimit} datasets per service; more only with a stated legal_basis)`,
    );
  }
  if (entry['suspended'] !== undefined && typeof entry['suspended'] !== 'boolean')
    fail('suspended', 'must be true or false');
  return {
    clientId,
    clientSecret: sixteen(entry, 'client_secret', fail),
    cbcIv: sixteen(entry, 'cbc_iv', fail),
    name: text(entry, 'name', fail),
    returnUrl: address(entry, 'return_url', fail),
    spApiUrl: address(entry, 'sp_api_url', fail),
    resources,
    legalBasis,
    apiKey: optionalText(entry, 'api_key', fail),
    fields: parseFields(entry, fail, resources),
    addresses: strings(entry, 'addresses', fail, true),
    suspended: entry['suspended'] === true,
    modes: readModes(entry['modes'], fail),
    counter: readCounter(entry['counter'], resources, fail),
    agentBasis: optionalText(entry, 'acts_for_another', fail),
    ...parseJwe(entry, fail),
  };
}

function parseJwe({ jwe }: Entry, fail: Fail): Pick<Client, 'jwe'> {
  if (jwe === undefined) return {};
  return isJweMode(jwe) ? { jwe } : fail('jwe', `must be one of ${Object.keys(jweModes).join(', ')}`);
}

function parseResources(entry: Entry, fail: Fail, knownResources: ReadonlySet<string>): readonly string[] {
  const resources = strings(entry, 'resources', fail);
  resources.forEach((id, index) => {
    if (!knownResources.has(id)) fail(`resources[${index}]`, `"${id}" is not a dataset of the catalogue`);
    if (resources.indexOf(id) !== index) fail(`resources[${index}]`, `"${id}" is listed twice`);
  });
  return resources;
}

function parseFields(entry: Entry, fail: Fail, resources: readonly string[]): Client['fields'] {
  const value = entry['fields'];
  if (value === undefined) return {};
  if (!isObject(value)) return fail('fields', 'must be an object of dataset id → field names');
  for (const [id, names] of Object.entries(value)) {
    if (!resources.includes(id)) fail(`fields.${id}`, "is not among this client's resources");
    // They become one header, comma-joined.
    const good =
      Array.isArray(names) &&
      names.length > 0 &&
      names.every((name) => typeof name === 'string' && /^[A-Za-z0-9_]{1,64}(\.[A-Za-z0-9_]{1,64}){0,3}$/.test(name));
    if (!good)
      fail(`fields.${id}`, 'must be a list of at least one field name (letters, digits, _; a dot between levels)');
  }
  return value as Client['fields'];
}

function text(entry: Entry, field: string, fail: Fail): string {
  const value = entry[field];
  return typeof value === 'string' && value.trim() && value.length <= 2000
    ? value
    : fail(field, 'must be a text, not empty');
}

const optionalText = (entry: Entry, field: string, fail: Fail): string | undefined =>
  entry[field] === undefined ? undefined : text(entry, field, fail);

function sixteen(entry: Entry, field: string, fail: Fail): string {
  const value = text(entry, field, fail);
  // Never show it: it is a secret.
  return /^[\x21-\x7e]{16}$/.test(value) ? value : fail(field, 'must be 16 printable ASCII characters');
}

function address(entry: Entry, field: string, fail: Fail): string {
  const value = text(entry, field, fail);
  const url = URL.canParse(value) ? new URL(value) : fail(field, 'must be an absolute address');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && classOfHost(url.hostname) === 'loopback'))
    fail(field, 'must begin with https:// (http:// only for this machine)');
  if (url.username || url.password || url.hash) fail(field, 'must have no user, password or fragment');
  return value;
}

function strings(entry: Entry, field: string, fail: Fail, optional = false): readonly string[] {
  const value = entry[field];
  if (value === undefined && optional) return [];
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')
    ? (value as string[])
    : fail(field, 'must be a list of texts');
}
