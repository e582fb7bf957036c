/**
 * `DELETE /service/data`: the service provider says what became of a fetch. Stored: only now it counts as fetched. Not to be
 * used, because it does not verify: then nothing was delivered. Either way the copy goes at once. Where nobody says so in
 * time the sweep ends it; a word that comes later still sets the record right.
 */
import { secretHash } from '../../crypto/secret.ts';
import { event } from '../log/events.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Step, Ticket } from '../storage.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { transferNotice } from '../consent/notice.ts';
import { packageFetched } from './package-fetched.ts';
import { ticketFor } from './ticket-for.ts';

export interface Confirmation {
  readonly ticket: string;
  readonly fetchId: string;
  /** Otherwise it was refused. */
  readonly stored: boolean;
  readonly address?: string;
}

/** → 204 also when it was said before */
export async function confirmFetch(
  platform: Platform,
  { ticket: text, fetchId, stored, address }: Confirmation,
): Promise<204 | 401 | 403> {
  const { storage, clock } = platform;
  const found = await ticketFor(platform, { ticket: text, address });
  if ('status' in found) return found.status;
  const { ticket, client } = found;
  const [hash, fetchHash] = [secretHash(text), secretHash(fetchId)];
  if (!ticket.redeemedAt || ticket.fetchHash !== fetchHash) return 403;
  const { txId } = ticket;
  const at = clock.now();
  const secret = await openJson<TicketSecret>(platform, ticket.secret, 'ticket', txId);
  const resources = (await storage.transaction(txId))?.resources ?? [];
  const confirm: Step = { step: 'confirm-fetch', hash, fetchHash, at };
  const had = secret !== undefined;
  const result = await storage.commit(
    stored
      ? [
          confirm,
          ...(secret
            ? await packageFetched(platform, { txId, client, resources, secret, at })
            : [event(txId, 'service provider fetched', at), { step: 'end-transaction', txId, code: 200, at } as const]),
        ]
      : [confirm, ...(await notTaken(platform, ticket, at))],
  );
  if (result.ok && had) await storage.eraseDeleted();
  return 204;
}

/** Those that were handed out and not confirmed in time. → how many */
export async function expireFetches(platform: Platform): Promise<number> {
  const { storage, clock } = platform;
  const at = clock.now();
  let ended = 0;
  for (const ticket of await storage.fetchesOver(at)) {
    const guard: Step = { step: 'expire-fetch', hash: ticket.hash, at };
    const { ok } = await storage.commit([guard, ...(await notTaken(platform, ticket, at))]);
    if (ok) ended += 1;
  }
  if (ended) await storage.eraseDeleted();
  return ended;
}

async function notTaken(platform: Platform, { txId, clientId, secret }: Ticket, at: Date): Promise<readonly Step[]> {
  const opened = await openJson<TicketSecret>(platform, secret, 'ticket', txId);
  // Ended before: what was said then stands.
  if (!opened) return [];
  const resources = (await platform.storage.transaction(txId))?.resources ?? [];
  const client = (await platform.clients.find(clientId)) ?? { name: clientId };
  return [
    { step: 'delete-packages', txId },
    event(txId, 'service provider fetched', at, { ok: false }),
    event(txId, 'platform deleted', at),
    { step: 'end-transaction', txId, code: 410, at },
    await transferNotice(platform, 'unconfirmed', { recipient: opened.recipient, client, resources, txId, at }),
  ];
}
