/** Under which names the log and its keys are known: an address without its scheme (c2sp.org/tlog-checkpoint). */
import { verifierKey } from '../../crypto/signed-note.ts';
import type { LogKey, LogKeyUse } from './keys.ts';

export const logOrigin = (publicUrl: string): string => `${new URL(publicUrl).host}/log`;

/**
 * What a checkpoint names. A platform that took up a backup has, for whoever watches, another log: it begins with the entries
 * of the one before, as far as the backup had them.
 */
export const treeOrigin = (publicUrl: string, generation = 1): string =>
  generation > 1 ? `${logOrigin(publicUrl)}/${generation}` : logOrigin(publicUrl);

/** The log's own name, of what a checkpoint names. */
export const nameOf = (origin: string): string => origin.replace(/\/\d+$/, '');

export const keyName = (origin: string, use: LogKeyUse): string =>
  use === 'checkpoint' ? origin : `${origin}/receipts`;

export const verifierKeyOf = (origin: string, { use, raw }: Pick<LogKey, 'use' | 'raw'>): string =>
  verifierKey(keyName(origin, use), raw);
