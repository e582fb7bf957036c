/**
 * A desk presents a serial, and has the code sent again. What a barcode is for, or why it is good no more, is said before
 * anything is sent, and is nobody's mistake: only a serial that nobody has is a guess (手冊 貳-一-(二)-2).
 */
import { after, lifetimes } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import type { Barcode, CounterAttempt, Step } from '../storage.ts';
import { agencyOf } from './agency.ts';
import { isGood, isLive } from './barcodes.ts';
import type { CounterChanges } from './counter-changes.ts';
import { enteringAt, lockOf, mistaken, type Desk, type Locked } from './desk.ts';
import { codesPerBarcode } from './limits.ts';
import { codeToSend } from './send-code.ts';
import { serialHash } from './serial.ts';

/** Why a barcode is good no more; `spent`: it has had as many codes as it may. */
export type OverBecause = 'taken' | 'renewed' | 'expired' | 'burnt' | 'gone' | 'spent';

export interface Over {
  readonly kind: 'over';
  readonly why: OverBecause;
}

/** An attempt, and the code that is good for it. */
export interface CodeSent {
  readonly kind: 'presented';
  readonly attempt: string;
  /** Now; else it was a moment ago, to the same desk. */
  readonly sent: boolean;
  readonly codeSeconds: number;
  readonly againSeconds: number;
}

export type Presented =
  | CodeSent
  | Over
  | Locked
  | { readonly kind: 'unknown' }
  /** Another service's; the agency where the register knows one. */
  | {
      readonly kind: 'other-service';
      readonly clientId: string;
      readonly service: string;
      readonly agency?: string | undefined;
    };

export type Resent =
  | CodeSent
  | { readonly kind: 'too-soon'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unknown' }
  | Over
  | Locked;

/**
 * Sends a code to who shows the barcode, and notes the attempt, which lasts 30 minutes. `sent` is false where this desk
 * had one sent within two minutes: that one is good still. Only a serial that nobody has counts against desk and clerk.
 * @param serial as `readSerial` gives it
 */
export async function present(
  platform: Platform,
  changes: CounterChanges,
  client: Client,
  { serial, desk }: { readonly serial: string; readonly desk: Desk },
): Promise<Presented> {
  const { storage, clock, keys, clients } = platform;
  const entering = enteringAt(platform, client, desk);
  const locked = await lockOf(platform, entering);
  if (locked) return locked;
  const barcode = await storage.barcodeBySerial(serialHash(keys, serial));
  // The next entry would say it as well: that the fifth wrong one does tells nothing more.
  if (!barcode) return (await mistaken(platform, entering)).locked ?? { kind: 'unknown' };
  if (barcode.clientId !== client.clientId) {
    const other = await clients.find(barcode.clientId);
    if (!other) return { kind: 'over', why: 'gone' };
    return { kind: 'other-service', clientId: other.clientId, service: other.name, agency: agencyOf(other) };
  }
  const why = await overBecause(platform, barcode);
  if (why) return { kind: 'over', why };
  const at = clock.now();
  const attempt: CounterAttempt = {
    id: newId(),
    clientId: client.clientId,
    ...entering,
    agency: desk.agency,
    counter: desk.counter,
    barcodeId: barcode.id,
    at,
    sentAt: at,
    until: after(at, 'counterAttempt'),
  };
  return sendFor(platform, changes, attempt, barcode, { step: 'note-attempt', attempt });
}

/**
 * Another code for the same attempt, two minutes after the last at the soonest, five for one barcode at most. An
 * attempt of another service, or an old one, is `unknown`.
 */
export async function resend(
  platform: Platform,
  changes: CounterChanges,
  client: Client,
  attemptId: string,
): Promise<Resent> {
  const { storage, clock } = platform;
  const attempt = await storage.counterAttempt(attemptId);
  if (!attempt || attempt.clientId !== client.clientId) return { kind: 'unknown' };
  const locked = await lockOf(platform, attempt);
  if (locked) return locked;
  const barcode = attempt.barcodeId === undefined ? undefined : await storage.barcode(attempt.barcodeId);
  const why = barcode ? await overBecause(platform, barcode) : 'gone';
  if (!barcode || why) return { kind: 'over', why: why ?? 'gone' };
  const at = clock.now();
  const sentBefore = new Date(at.getTime() - lifetimes.verificationCodeAgain.ms);
  const sent = await sendFor(platform, changes, attempt, barcode, {
    step: 'repeat-attempt',
    id: attempt.id,
    clientId: client.clientId,
    at,
    sentBefore,
  });
  return sent.kind === 'presented' && !sent.sent
    ? { kind: 'too-soon', retryAfterSeconds: Math.max(1, sent.againSeconds) }
    : sent;
}

async function sendFor(
  platform: Platform,
  changes: CounterChanges,
  attempt: CounterAttempt,
  barcode: Barcode,
  noted: Step,
): Promise<CodeSent | Over> {
  const { storage, clock } = platform;
  const code = await codeToSend(platform, attempt, barcode);
  const result = await storage.commit([noted, ...code.steps]);
  if (result.ok) {
    code.show(changes);
    return {
      kind: 'presented',
      attempt: attempt.id,
      sent: true,
      codeSeconds: lifetimes.verificationCode.ms / 1000,
      againSeconds: lifetimes.verificationCodeAgain.ms / 1000,
    };
  }
  // Scanned twice: the code that was sent is good for this one, too.
  const now = await storage.barcode(barcode.id);
  const why = now ? await overBecause(platform, now) : 'gone';
  if (!now || why) return { kind: 'over', why: why ?? 'gone' };
  const { codeDesk, codeSentAt, codeExpiresAt } = now;
  const own = codeDesk === attempt.desk;
  if (!own && now.codes >= codesPerBarcode) return { kind: 'over', why: 'spent' };
  if (noted.step === 'note-attempt') await storage.commit([noted]);
  const from = own && codeSentAt ? codeSentAt : attempt.sentAt;
  const left = (until: number): number => Math.max(0, Math.ceil((until - clock.now().getTime()) / 1000));
  return {
    kind: 'presented',
    attempt: attempt.id,
    sent: false,
    codeSeconds: own && codeExpiresAt ? left(codeExpiresAt.getTime()) : 0,
    againSeconds: left(from.getTime() + lifetimes.verificationCodeAgain.ms),
  };
}

/** → undefined while it is shown, in its time, and with something behind it */
export async function overBecause(platform: Platform, barcode: Barcode): Promise<OverBecause | undefined> {
  const ticket = await platform.storage.ticketOf(barcode.txId);
  if (barcode.state === 'taken' || ticket?.redeemedAt) return 'taken';
  if (!isLive(platform, ticket) || barcode.state === 'over') return 'gone';
  if (barcode.state !== 'open') return barcode.state;
  if (!isGood(platform, barcode)) return 'expired';
  const waits = barcode.codeExpiresAt && barcode.codeExpiresAt > platform.clock.now();
  return barcode.codes >= codesPerBarcode && !waits ? 'spent' : undefined;
}
