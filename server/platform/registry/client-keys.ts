/**
 * Client ids, secrets and IVs of service providers: made here, shown once, kept sealed under a key that is derived from the
 * key folder and never in the database. (They live as long as the service, so they are in no epoch.)
 */
import { randomInt } from 'node:crypto';
import { sameSecret } from '../../http/constant-time.ts';
import { decryptField, type ClientSecrets } from '../../protocol/mydata-1/fields.ts';
import type { PlatformKeys } from '../keys.ts';
import type { Client } from './read-register.ts';
import { openUnder, sealUnder } from '../sealed-secrets.ts';
import type { ClientKey } from '../storage.ts';

type HashKey = Pick<PlatformKeys, 'hashKey'>;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomText = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

/** `CLI.` and 10 letters or digits, as the interface wants them. */
export const newClientId = (): string => `CLI.${randomText(10)}`;

/** Random letters and digits, 16 of each, in clear: for whoever shows them once, and for `sealSecrets`. */
export const newClientSecrets = (): ClientSecrets => ({ clientSecret: randomText(16), cbcIv: randomText(16) });

const kind = 'secrets of clients';

const contextOf = (clientId: string, keyId: string): string => `client-key ${clientId} ${keyId}`;

/** As `ClientKey.sealed` keeps them: bound to this client id and key id, so that they open for no other row. */
export const sealSecrets = (
  keys: HashKey,
  { id, clientId }: Pick<ClientKey, 'id' | 'clientId'>,
  secrets: ClientSecrets,
): Uint8Array => sealUnder(keys, kind, contextOf(clientId, id), secrets);

/**
 * In clear.
 * @throws where `sealed` is another row's, or was sealed under another key folder
 */
export const openSecrets = (keys: HashKey, { id, clientId, sealed }: ClientKey): ClientSecrets =>
  openUnder<ClientSecrets>(keys, kind, contextOf(clientId, id), sealed);

const allSecrets = (client: Client): readonly ClientSecrets[] => [client, ...(client.standing?.otherSecrets ?? [])];

/**
 * Reads an encrypted field of a service provider with whichever of its secrets opens it: while secrets are changed two are
 * good. A wrong key opens some texts by chance, so `read` says whether it makes sense.
 * @param read → undefined for what makes no sense
 */
export function readClientField<T>(
  client: Client,
  base64: string,
  read: (text: string) => T | undefined,
): T | undefined {
  for (const secrets of allSecrets(client)) {
    try {
      const value = read(decryptField(secrets, base64));
      if (value !== undefined) return value;
    } catch {
      // The next may open it.
    }
  }
  return undefined;
}

/** For callers that name themselves by id and secret. */
export const isClientSecret = (client: Client | undefined, given: string): boolean =>
  client !== undefined &&
  allSecrets(client)
    .map(({ clientSecret }) => sameSecret(given, clientSecret))
    .includes(true);
