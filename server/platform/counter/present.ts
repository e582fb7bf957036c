/**
 * A desk presents a serial, and has the code sent again. What is known and what is not are answered alike, after the same
 * work; a serial of another service, one that is out of its time, replaced, burnt or taken is none.
 */
import { after, lifetimes } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry.ts';
import type { Barcode, CounterAttempt } from '../storage.ts';
import { isGood, isLive } from './barcodes.ts';
import type { CounterBoard } from './board.ts';
import { enteringAt, lockOf, mistaken, type Desk, type Locked } from './desk.ts';
import { codeToSend } from './send-code.ts';
import { serialHash } from './serial.ts';

export type Presented = { readonly kind: 'presented'; readonly attempt: string } | Locked;

export type Resent =
  | { readonly kind: 'presented'; readonly attempt: string }
  | { readonly kind: 'too-soon'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unknown' }
  | Locked;

export async function present(
  platform: Platform,
  board: CounterBoard,
  client: Client,
  { serial, desk }: { readonly serial: string; readonly desk: Desk },
): Promise<Presented> {
  const { storage, clock, keys } = platform;
  const entering = enteringAt(platform, client, desk);
  const locked = await lockOf(platform, entering);
  if (locked) return locked;
  const at = clock.now();
  const barcode = await goodOne(platform, client, await storage.barcodeBySerial(serialHash(keys, serial)));
  const attempt: CounterAttempt = {
    id: newId(),
    clientId: client.clientId,
    ...entering,
    agency: desk.agency,
    counter: desk.counter,
    barcodeId: barcode?.id,
    at,
    sentAt: at,
    until: after(at, 'counterAttempt'),
  };
  const code = await codeToSend(platform, attempt, barcode);
  const noted = { step: 'note-attempt', attempt } as const;
  // The next entry would say it as well: that the fifth wrong one does tells nothing more.
  const fifth = barcode ? undefined : (await mistaken(platform, entering)).locked;
  if (fifth) return fifth;
  const result = await storage.commit([noted, ...code.steps]);
  if (result.ok) code.show(board);
  // Scanned twice: the code that was sent is good for this one, too. Or it has had too many, and gets none.
  else await storage.commit([noted]);
  return { kind: 'presented', attempt: attempt.id };
}

export async function resend(
  platform: Platform,
  board: CounterBoard,
  client: Client,
  attemptId: string,
): Promise<Resent> {
  const { storage, clock } = platform;
  const attempt = await storage.counterAttempt(attemptId);
  if (!attempt || attempt.clientId !== client.clientId) return { kind: 'unknown' };
  const locked = await lockOf(platform, attempt);
  if (locked) return locked;
  const at = clock.now();
  const sentBefore = new Date(at.getTime() - lifetimes.verificationCodeAgain.ms);
  const found = attempt.barcodeId === undefined ? undefined : await storage.barcode(attempt.barcodeId);
  const code = await codeToSend(platform, attempt, await goodOne(platform, client, found));
  const repeat = { step: 'repeat-attempt', id: attempt.id, clientId: client.clientId, at, sentBefore } as const;
  const result = await storage.commit([repeat, ...code.steps]);
  if (result.ok) code.show(board);
  else if (result.reason === 'too-soon' || !(await storage.commit([repeat])).ok) return tooSoon(platform, attempt.id);
  return { kind: 'presented', attempt: attempt.id };
}

/** Of this service, shown now, and with something behind it. */
async function goodOne(
  platform: Platform,
  { clientId }: Client,
  barcode: Barcode | undefined,
): Promise<Barcode | undefined> {
  // Looked up for an unknown serial, too.
  const ticket = await platform.storage.ticketOf(barcode?.txId ?? '');
  return isGood(platform, barcode) && barcode.clientId === clientId && isLive(platform, ticket) ? barcode : undefined;
}

async function tooSoon({ storage, clock }: Platform, attemptId: string): Promise<Resent> {
  const sentAt = (await storage.counterAttempt(attemptId))?.sentAt ?? clock.now();
  const left = sentAt.getTime() + lifetimes.verificationCodeAgain.ms - clock.now().getTime();
  return { kind: 'too-soon', retryAfterSeconds: Math.max(1, Math.ceil(left / 1000)) };
}
