/** Secrets of data providers, sealed under a key that is derived from the key folder and never in the database. */
import type { PlatformKeys } from '../keys.ts';
import { openUnder, sealUnder } from '../sealed-secrets.ts';
import type { ProviderEntry } from '../storage.ts';
import type { ProviderSecrets } from './setting.ts';

type HashKey = Pick<PlatformKeys, 'hashKey'>;

const kind = 'secrets of data providers';

const contextOf = (resourceId: string): string => `data-provider ${resourceId}`;

/** Seals secret and headers; they open for this dataset alone. */
export const sealProvider = (keys: HashKey, resourceId: string, { secret, headers }: ProviderSecrets): Uint8Array =>
  sealUnder(keys, kind, contextOf(resourceId), { secret, headers });

/** Throws when the entry is another dataset's, or was sealed with another key folder. */
export const openProvider = (keys: HashKey, { resourceId, sealed }: ProviderEntry): ProviderSecrets =>
  openUnder<ProviderSecrets>(keys, kind, contextOf(resourceId), sealed);
