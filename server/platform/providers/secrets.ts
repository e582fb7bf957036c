/** Secrets of data providers, sealed under a key that is derived from the key folder and never in the database. */
import { hkdfSync } from 'node:crypto';
import { open, seal } from '../../crypto/seal.ts';
import type { PlatformKeys } from '../keys.ts';
import type { ProviderEntry } from '../storage.ts';
import type { ProviderSecrets } from './setting.ts';

type HashKey = Pick<PlatformKeys, 'hashKey'>;

const sealingKey = ({ hashKey }: HashKey): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', hashKey, new Uint8Array(), 'secrets of data providers', 32));

const contextOf = (resourceId: string): string => `data-provider ${resourceId}`;

export const sealProvider = (keys: HashKey, resourceId: string, { secret, headers }: ProviderSecrets): Uint8Array =>
  new Uint8Array(
    seal(sealingKey(keys), Buffer.from(JSON.stringify({ secret, headers }), 'utf8'), contextOf(resourceId)),
  );

export const openProvider = (keys: HashKey, { resourceId, sealed }: ProviderEntry): ProviderSecrets =>
  JSON.parse(open(sealingKey(keys), sealed, contextOf(resourceId)).toString('utf8')) as ProviderSecrets;
