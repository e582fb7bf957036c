/** Under which names the log and its keys are known: an address without its scheme (c2sp.org/tlog-checkpoint). */
import { verifierKey } from '../../crypto/signed-note.ts';
import type { LogKey, LogKeyUse } from './keys.ts';

export const logOrigin = (publicUrl: string): string => `${new URL(publicUrl).host}/log`;

export const keyName = (origin: string, use: LogKeyUse): string =>
  use === 'checkpoint' ? origin : `${origin}/receipts`;

export const verifierKeyOf = (origin: string, { use, raw }: Pick<LogKey, 'use' | 'raw'>): string =>
  verifierKey(keyName(origin, use), raw);
