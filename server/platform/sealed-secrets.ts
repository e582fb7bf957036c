/**
 * Secrets that live as long as what they are for, so in no epoch: as JSON, under a key that is derived from the key folder and
 * never in the database.
 */
import { hkdfSync } from 'node:crypto';
import { open, seal } from '../crypto/seal.ts';
import type { PlatformKeys } from './keys.ts';

type HashKey = Pick<PlatformKeys, 'hashKey'>;

const sealingKey = ({ hashKey }: HashKey, of: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', hashKey, new Uint8Array(), of, 32));

/** @param of which secrets: each kind has a key of its own @param context what they belong to, and open for alone */
export const sealUnder = (keys: HashKey, of: string, context: string, secrets: object): Uint8Array =>
  new Uint8Array(seal(sealingKey(keys, of), Buffer.from(JSON.stringify(secrets), 'utf8'), context));

/** → what `sealUnder` sealed. Throws when kind, context, key or a byte differs. */
export const openUnder = <T>(keys: HashKey, of: string, context: string, sealed: Uint8Array): T =>
  JSON.parse(open(sealingKey(keys, of), sealed, context).toString('utf8')) as T;
