/**
 * Commitments: what an entry says of a person or a transaction without saying it. Each is bound to its place and its
 * entry, so that who reads the log can't tell which entries belong together; who has the salt can. Without the salt
 * they are noise.
 */
import { createHmac } from 'node:crypto';

export type Committed = 'tx' | 'person' | 'record';

/** → hex of HMAC-SHA256 */
export const commitment = (salt: Uint8Array, index: number, what: Committed, value: string): string =>
  hmac(salt, `${what}\n${index}\n${value}`);

/** The person of one transaction. @param personHash keyed: the salt alone does not lead to an id */
export const principalOf = (salt: Uint8Array, personHash: string): string => hmac(salt, `principal\n${personHash}`);

const hmac = (salt: Uint8Array, text: string): string => createHmac('sha256', salt).update(text, 'utf8').digest('hex');
