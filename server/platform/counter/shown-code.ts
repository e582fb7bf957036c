/**
 * The code that a desk waits for, for the signed-in page of who shows the barcode, and the desk alone for the page of the
 * barcode. Whichever process is asked: the code is made again of what the storage knows of its sending, and is kept nowhere.
 */
import type { Platform } from '../platform.ts';
import type { Barcode } from '../storage.ts';
import { codeHash, codeOf } from './serial.ts';

/** What may stand beside a barcode, where whoever looks at it sees all else: never the code. */
export interface DeskWaiting {
  readonly agency: string;
  readonly counter: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

export interface ShownCode extends DeskWaiting {
  readonly code: string;
}

/**
 * Undefined where no desk waits: no code is good now, the barcode is not open, or the desk's attempt is no longer kept.
 */
export async function waitingAt(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  barcode: Barcode,
): Promise<DeskWaiting | undefined> {
  const { id, state, codeHash: hash, codeDesk: desk, codeSentAt: at, codeExpiresAt: expiresAt } = barcode;
  if (state !== 'open' || !hash || desk === undefined || !at || !expiresAt || expiresAt <= clock.now())
    return undefined;
  const attempt = await storage.attemptAt(id, desk);
  return attempt && { agency: attempt.agency, counter: attempt.counter, at, expiresAt };
}

/**
 * As `waitingAt`, with the code in clear: for the signed-in page of who shows the barcode, never for the page of the
 * barcode.
 */
export async function shownCode(
  platform: Pick<Platform, 'storage' | 'clock' | 'keys'>,
  barcode: Barcode,
): Promise<ShownCode | undefined> {
  const waiting = await waitingAt(platform, barcode);
  const { id, codeDesk: desk } = barcode;
  if (!waiting || desk === undefined) return undefined;
  const code = codeOf(platform.keys, { of: id, desk, at: waiting.at });
  // One that was sent by a version that made them of chance stands in its message only.
  return codeHash(platform.keys, id, code) === barcode.codeHash ? { ...waiting, code } : undefined;
}
