/** Whose ticket a caller of the MyData-API shows, and whether it may. */
import { secretHash } from '../../crypto/secret.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { isStopped } from '../registry/may-open.ts';
import type { Ticket } from '../storage.ts';
import { isSameTransaction } from '../journey/find-transaction.ts';

/** From where a service provider calls; where it has registered no addresses, from anywhere. */
export const mayCall = ({ addresses }: Client, address: string | undefined): boolean =>
  !addresses.length || addresses.some((one) => one === address);

/**
 * Finds the ticket, redeemed and expired ones too. → 401 for a caller from elsewhere, 403 for an unknown ticket, a
 * stopped service, or a `txId` that is not the ticket's
 */
export async function ticketFor(
  { storage, clients }: Platform,
  { ticket: text, txId, address }: { readonly ticket: string; readonly txId?: string; readonly address?: string },
): Promise<{ readonly ticket: Ticket; readonly client: Client } | { readonly status: 401 | 403 }> {
  const ticket = await storage.ticket(secretHash(text));
  const client = ticket && (await clients.find(ticket.clientId));
  // A suspension holds what was consented to before it, too; restored in time, the ticket is good again.
  if (!ticket || !client || isStopped(client)) return { status: 403 };
  if (!mayCall(client, address)) return { status: 401 };
  if (txId !== undefined && !isSameTransaction(txId, ticket.txId)) return { status: 403 };
  return { ticket, client };
}
