/**
 * A clerk types the code that the resident says. The right one takes the barcode: one guard lets one desk have the ticket.
 * A wrong one counts for the desk, the clerk and the barcode. Where no code is good any more none is compared, so nobody
 * guesses: that the code's time is over, or the barcode's, is said and counts for nobody.
 */
import { randomUUID } from 'node:crypto';
import { secretHash } from '../../crypto/secret.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { event } from '../log/events.ts';
import { queueMessage } from '../messages/queue.ts';
import { barcodeBurntText } from '../messages/texts/counter.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { isStopped } from '../registry/may-open.ts';
import type { TicketSecret } from '../delivery/ticket-secret.ts';
import { letterSetting } from '../consent/notice.ts';
import type { Barcode, CounterAttempt, Step } from '../storage.ts';
import { agentOf, agentTold, type Agent } from './agent.ts';
import type { CounterChanges } from './counter-changes.ts';
import { lockOf, mistaken, placeOf, type Locked } from './desk.ts';
import { barcodeAttacks } from './limits.ts';
import { overBecause, type Over } from './present.ts';
import { presenterOf } from './send-code.ts';
import { codeHash } from './serial.ts';

export type Checked =
  | {
      readonly kind: 'taken';
      readonly txId: string;
      readonly ticket: string;
      /** As the SP-API gives it. */
      readonly secretKey: string;
      readonly agent?: Agent;
    }
  | { readonly kind: 'wrong' }
  /** Its two minutes are over, or another desk had one sent since. */
  | { readonly kind: 'code-over' }
  | { readonly kind: 'unknown' }
  | Over
  | Locked;

/**
 * `taken`: barcode, ticket and event are written in one plan, and ticket and key are told this once. A wrong code is an
 * attack on the barcode, which the fifth one burns; who shows it is told then. An attempt of another service is
 * `unknown`.
 * @param attempt as `present` gave it @param code 8 digits
 */
export async function checkCode(
  platform: Platform,
  changes: CounterChanges,
  client: Client,
  { attempt: attemptId, code }: { readonly attempt: string; readonly code: string },
): Promise<Checked> {
  const { storage, keys, clock } = platform;
  const found = await storage.counterAttempt(attemptId);
  const attempt = found?.clientId === client.clientId ? found : undefined;
  if (!attempt) return { kind: 'unknown' };
  const locked = await lockOf(platform, attempt);
  if (locked) return locked;
  const barcode = await storage.barcode(attempt.barcodeId ?? '');
  if (!barcode) return { kind: 'over', why: 'gone' };
  const why = await overBecause(platform, barcode);
  if (why && why !== 'spent') return { kind: 'over', why };
  const { codeHash: hash, codeDesk, codeExpiresAt } = barcode;
  if (!hash || codeDesk !== attempt.desk || !codeExpiresAt || codeExpiresAt <= clock.now())
    return { kind: 'code-over' };
  if (hash !== codeHash(keys, barcode.id, code) || isStopped(client))
    return refuse(platform, changes, { attempt, barcode });
  const taken = await take(platform, client, { attempt, barcode, hash });
  if (taken) {
    changes.tell(barcode.txId);
    return taken;
  }
  // The same right code came twice at once, and the other was faster; or it ended meanwhile: nobody guessed.
  const now = await storage.barcode(barcode.id);
  return { kind: 'over', why: (now && (await overBecause(platform, now))) ?? 'gone' };
}

async function take(
  platform: Platform,
  client: Client,
  { attempt, barcode, hash }: { readonly attempt: CounterAttempt; readonly barcode: Barcode; readonly hash: string },
): Promise<Checked | undefined> {
  const { storage, clock } = platform;
  const { txId } = barcode;
  const { desk } = attempt;
  const at = clock.now();
  const ticket = randomUUID();
  const secret = await openJson<TicketSecret>(platform, (await storage.ticketOf(txId))?.secret, 'ticket', txId);
  if (!secret) return undefined;
  const agent = barcode.holder === 'agent' ? await agentOf(platform, client, txId, secret.recipient.name) : undefined;
  if (barcode.holder === 'agent' && !agent) return undefined;
  const result = await storage.commit([
    { step: 'take-barcode', id: barcode.id, desk, codeHash: hash, at },
    { step: 'hand-ticket', txId, hash: secretHash(ticket), at },
    event(txId, 'counter password typed', at),
    ...(agent ? [await agentTold(platform, { txId, client, place: placeOf(attempt), at })] : []).flat(),
  ]);
  return result.ok
    ? { kind: 'taken', txId, ticket, secretKey: encryptField(client, secret.secretKey), agent: agent?.shown }
    : undefined;
}

async function refuse(
  platform: Platform,
  changes: CounterChanges,
  {
    attempt,
    barcode: before,
  }: {
    readonly attempt: CounterAttempt;
    readonly barcode: Barcode;
  },
): Promise<Checked> {
  const { storage, clock } = platform;
  const { counted, locked } = await mistaken(platform, attempt);
  if (locked && !counted) return locked;
  let barcode: Barcode | undefined = before;
  for (;;) {
    const at = clock.now();
    const open = barcode?.state === 'open' ? barcode : undefined;
    const burns = open !== undefined && open.attacks + 1 >= barcodeAttacks;
    const plan: Step[] = [];
    if (open) {
      plan.push({ step: 'attack-barcode', id: open.id, attacks: open.attacks, limit: barcodeAttacks });
      plan.push(event(open.txId, 'counter password typed', at, { ok: false }));
      if (burns) plan.push(...(await burntNotice(platform, open, placeOf(attempt), at)));
    }
    const result = await storage.commit(plan);
    if (result.ok) {
      if (open && burns) changes.tell(open.txId);
      return locked ?? { kind: 'wrong' };
    }
    // Another entry came between.
    barcode = await storage.barcode(barcode?.id ?? '');
  }
}

async function burntNotice(platform: Platform, barcode: Barcode, place: string, at: Date): Promise<readonly Step[]> {
  const to = await presenterOf(platform, barcode);
  if (!to) return [];
  const words = barcodeBurntText(letterSetting(platform), { name: to.name, place, at });
  return [await queueMessage(platform, { kind: 'barcode-attacked', txId: barcode.txId, at, to, ...words })];
}
