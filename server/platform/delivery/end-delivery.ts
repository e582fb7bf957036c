/**
 * Ends a delivery that was agreed to and has not happened, and tells the resident. Withdrawal, failure, expiry and the
 * service provider's fetch race for one ticket: the first guard that holds decides.
 */
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { event } from '../log/events.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { transferNotice } from '../consent/notice.ts';

/** `failed`: a dataset can't be had, and it is all or nothing. */
export type DeliveryEnd = 'withdrawn' | 'failed' | 'expired';

const codes: Readonly<Record<DeliveryEnd, ReturnCode>> = { withdrawn: 205, failed: 504, expired: 408 };

/** → whether this call ended it */
export async function endDelivery(platform: Platform, txId: string, how: DeliveryEnd): Promise<boolean> {
  const { storage, clock, clients } = platform;
  const [ticket, transaction] = [await storage.ticketOf(txId), await storage.transaction(txId)];
  if (!ticket?.secret || !transaction) return false;
  const at = clock.now();
  if (how === 'withdrawn' && ticket.expiresAt <= at) return false;
  const secret = await openJson<TicketSecret>(platform, ticket.secret, 'ticket', txId);
  const client = await clients.find(ticket.clientId);
  const { resources } = transaction;
  const plan: Step[] = [
    { step: 'revoke-delivery', txId, code: codes[how], at, withdrawn: how === 'withdrawn' },
    ...(how === 'withdrawn' ? [event(txId, 'consent refused', at)] : []),
    event(txId, 'platform deleted', at),
  ];
  if (secret)
    plan.push(
      await transferNotice(platform, how, {
        recipient: secret.recipient,
        client: client ?? { name: ticket.clientId },
        resources,
        txId,
        at,
      }),
    );
  const { ok } = await storage.commit(plan);
  if (ok) await storage.eraseDeleted();
  return ok;
}
