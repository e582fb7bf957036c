/**
 * The county's registrations at the platform: one client per service, in the shape of the platform's client file, with
 * ids and secrets that are made once and kept in a file only its owner can read. The same file, filled with the ids that
 * the real platform gave out, points the county at it.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { askedOf, payloadFieldsOf, type Asked, type CounterOffer, type ServiceMode } from '#schemas/services/asked.ts';
import type { Service } from '#schemas/services/types.ts';
import type { ClientSecrets } from '../protocol/mydata-1/fields.ts';
import { isJweMode, jweModes, type JweMode } from '../protocol/mydata-1/jwe-modes.ts';

/** As the platform reads it. */
export interface ClientRegistration {
  readonly client_id: string;
  readonly client_secret: string;
  readonly cbc_iv: string;
  readonly name: string;
  readonly return_url: string;
  readonly sp_api_url: string;
  readonly resources: readonly string[];
  /** Only with more than five resources (handbook 參-一-(六)). */
  readonly legal_basis?: string;
  /** Names of the payload's top-level fields that the service's form uses, by resource; a provider may sign just these. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Online only where it is absent. */
  readonly modes?: readonly ServiceMode[];
  readonly counter?: CounterOffer;
  /** Without it the SP-API listens to nobody. */
  readonly api_key?: string;
  /** The law that lets another present it for the person. */
  readonly acts_for_another?: string;
  /** How the platform seals packages for it; absent: A256KW. Both are read, whichever it says. */
  readonly jwe?: JweMode;
}

export interface CountyClient extends ClientSecrets {
  readonly clientId: string;
  /** Id of the service it belongs to. */
  readonly service: string;
  /** What the file says that it may ask for. */
  readonly resources?: readonly string[];
  /** Of these datasets only these fields, by the agency's names. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  readonly modes?: readonly ServiceMode[];
  /** What the platform must say with each call of the SP-API. */
  readonly apiKey?: string;
}

/** What a service's registration says, apart from its id and secrets. */
export interface WantedClient {
  readonly service: string;
  readonly asked: Asked;
}

/** What each version asks, for `registrationsFor` to give ids and secrets. */
export const wantedClients = (
  services: readonly { readonly service: Service; readonly form: FormDefinition }[],
): readonly WantedClient[] => services.map((one) => ({ service: one.service.id, asked: askedOf(one) }));

export class ClientFileError extends Error {
  override readonly name = 'ClientFileError';
  readonly code = 'client-file-invalid';
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomText = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/**
 * Where the platform sends the browser back to; registered there, so it must not change. @param countyUrl without a
 * slash at its end
 */
export const returnUrlOf = (countyUrl: string, service: string): string => `${countyUrl}/mydata/return/${service}`;
/** Where the platform calls when a package waits; registered there with the return address. */
export const spApiUrlOf = (countyUrl: string, service: string): string => `${countyUrl}/mydata/sp-api/${service}`;

/**
 * Keeps the ids and secrets that are known, makes those that are missing. A registration belongs to the service that its
 * `return_url` ends with.
 */
export function registrationsFor(
  wanted: readonly WantedClient[],
  known: readonly ClientRegistration[],
  countyUrl: string,
): readonly ClientRegistration[] {
  const registrations = wanted.map(({ service, asked }): ClientRegistration => {
    const before = known.find((client) => serviceOf(client) === service);
    return {
      client_id: before?.client_id ?? `CLI.${randomText(10)}`,
      client_secret: before?.client_secret ?? randomText(16),
      cbc_iv: before?.cbc_iv ?? randomText(16),
      name: asked.name,
      return_url: returnUrlOf(countyUrl, service),
      sp_api_url: spApiUrlOf(countyUrl, service),
      resources: asked.datasets.map(({ id }) => id),
      ...(asked.extraDatasetsBasis && { legal_basis: asked.extraDatasetsBasis }),
      fields: payloadFieldsOf(asked),
      modes: asked.modes,
      ...(asked.counter && { counter: asked.counter }),
      ...(before?.api_key !== undefined && { api_key: before.api_key }),
      ...(asked.agentBasis && { acts_for_another: asked.agentBasis }),
      ...(before?.jwe && { jwe: before.jwe }),
    };
  });
  if (new Set(registrations.map((client) => client.client_id)).size !== registrations.length) {
    throw new ClientFileError('two services have the same client_id');
  }
  return registrations;
}

/** As somebody has written it: nothing is added, nothing is touched. No file: none came by file. */
export async function readClients(path: string): Promise<readonly ClientRegistration[]> {
  return readRegistrations(await textOf(path));
}

/** Reads the file, adds what is missing, writes it back (mode 0600) where that changed it. For tests only: it makes ids up. */
export async function ensureClients(
  path: string,
  wanted: readonly WantedClient[],
  countyUrl: string,
): Promise<readonly ClientRegistration[]> {
  const text = await textOf(path);
  const known = readRegistrations(text);
  const registrations = registrationsFor(wanted, known, countyUrl);
  // What belongs to a service that is gone stays in the file: its secret may still be registered elsewhere.
  const others = known.filter((client) => !wanted.some(({ service }) => serviceOf(client) === service));
  const next = Buffer.from(`${JSON.stringify([...registrations, ...others], null, 2)}\n`);
  const before = Buffer.from(text);
  if (next.length !== before.length || !timingSafeEqual(next, before)) {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomText(6)}`;
    await writeFile(draft, next, { mode: 0o600, flush: true });
    await rename(draft, path);
  } else {
    await chmod(path, 0o600);
  }
  return registrations;
}

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });

/**
 * The entries of a clients file as the county uses them, secrets in clear; the service is read from the return address.
 */
export const clientsOf = (registrations: readonly ClientRegistration[]): readonly CountyClient[] =>
  registrations.map((client) => ({
    service: serviceOf(client),
    clientId: client.client_id,
    clientSecret: client.client_secret,
    cbcIv: client.cbc_iv,
    resources: client.resources,
    ...(client.fields && { fields: client.fields }),
    ...(client.modes && { modes: client.modes }),
    ...(client.api_key !== undefined && { apiKey: client.api_key }),
  }));

function serviceOf(client: ClientRegistration): string {
  return URL.canParse(client.return_url) ? (new URL(client.return_url).pathname.split('/').at(-1) ?? '') : '';
}

function readRegistrations(text: string): readonly ClientRegistration[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ClientFileError('the client file is not JSON');
  }
  if (!Array.isArray(parsed)) throw new ClientFileError('the client file must hold an array');
  return parsed.map((entry: unknown, index) => {
    const { client_id, client_secret, cbc_iv, return_url, api_key, jwe } = (entry ?? {}) as Record<string, unknown>;
    for (const [name, value] of Object.entries({ client_id, return_url })) {
      if (typeof value !== 'string' || !value) throw new ClientFileError(`client ${index + 1}: ${name} is missing`);
    }
    for (const [name, value] of Object.entries({ client_secret, cbc_iv })) {
      if (typeof value !== 'string' || Buffer.byteLength(value) !== 16)
        throw new ClientFileError(`client ${index + 1}: ${name} must be 16 characters`);
    }
    if (api_key !== undefined && (typeof api_key !== 'string' || !api_key))
      throw new ClientFileError(`client ${index + 1}: api_key must be a text, not empty`);
    if (jwe !== undefined && !isJweMode(jwe))
      throw new ClientFileError(`client ${index + 1}: jwe must be one of ${Object.keys(jweModes).join(', ')}`);
    return entry as ClientRegistration;
  });
}
