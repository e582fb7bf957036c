/** Under which names the log and its keys are known: an address without its scheme (c2sp.org/tlog-checkpoint). */
import { verifierKey } from '../../crypto/signed-note.ts';
import type { LogKey, LogKeyUse } from './keys.ts';

/** → `host/log`, with the port where the address has one */
export const logOrigin = (publicUrl: string): string => `${new URL(publicUrl).host}/log`;

/**
 * What a checkpoint names. A platform that took up a backup has, for whoever watches, another log: it begins with the entries
 * of the one before, as far as the backup had them.
 */
export const treeOrigin = (publicUrl: string, generation = 1): string =>
  generation > 1 ? `${logOrigin(publicUrl)}/${generation}` : logOrigin(publicUrl);

/** The log's own name, of what a checkpoint names. */
export const nameOf = (origin: string): string => origin.replace(/\/\d+$/, '');

/** → the name that stands in a key and before a signature; receipts have one of their own */
export const keyName = (origin: string, use: LogKeyUse): string =>
  use === 'checkpoint' ? origin : `${origin}/receipts`;

/** → one line as `signed-note` clients take it; `raw`: the 32 bytes of the public key */
export const verifierKeyOf = (origin: string, { use, raw }: Pick<LogKey, 'use' | 'raw'>): string =>
  verifierKey(keyName(origin, use), raw);
