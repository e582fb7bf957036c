/** Names under which the platform keeps things and people without keeping what they are. */
import { createHmac, randomBytes } from 'node:crypto';

/** For what could be guessed (an id has few values): with the platform's key. → hex */
export const keyedHash = (
  key: Uint8Array,
  kind: 'person' | 'card' | 'csrf' | 'withdraw' | 'serial' | 'code' | 'desk' | 'limit' | 'uid',
  value: string,
): string => createHmac('sha256', key).update(`${kind}\n${value}`, 'utf8').digest('hex');

/** → hex; the same for one id at this platform, of no use at another's */
export const personHash = (key: Uint8Array, nationalId: string): string => keyedHash(key, 'person', nationalId);

/** 128 random bits, 22 characters, fit for addresses. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** A token for a data provider, as observed: the environment, and 64 lower-case letters and digits. */
export const newProviderToken = (environment: string): string => `${environment}::${randomBytes(32).toString('hex')}`;
