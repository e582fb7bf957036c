/**
 * `GET /service/data`: hands the package out, once. The ticket dies and the copy is deleted in the same plan, before a
 * byte leaves; of any number of calls at once one gets the data.
 */
import { packOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { sealPayload } from '../../protocol/mydata-1/payload.ts';
import { event } from '../events.ts';
import { secretHash } from '../hashes.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { isStopped } from '../registry/may-open.ts';
import type { StoredPackage } from '../storage.ts';
import { retryAfterSeconds, type Away } from './away.ts';
import { isAnswer, packageContext } from './collection.ts';
import type { TicketSecret } from './deliver.ts';
import { transferNotice } from './notice.ts';
import { soon } from './soon.ts';

export type Redeemed =
  | { readonly status: 200; readonly jwe: string }
  /** Agreed to, and still on its way. */
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 201 | 401 | 403 | 504 };

export interface RedeemRequest {
  readonly ticket: string;
  readonly txId?: string;
  readonly address?: string;
}

export async function redeem(
  platform: Platform,
  away: Away,
  { ticket: text, txId: givenTxId, address }: RedeemRequest,
): Promise<Redeemed> {
  const { storage, clock, clients } = platform;
  const hash = secretHash(text);
  const ticket = await storage.ticket(hash);
  const client = ticket && (await clients.find(ticket.clientId));
  // A suspension holds what was consented to before it, too; restored in time, the ticket is good again.
  if (!ticket || !client || isStopped(client)) return { status: 403 };
  if (client.addresses.length && !(address !== undefined && client.addresses.includes(address))) return { status: 401 };
  if (givenTxId !== undefined && givenTxId !== ticket.txId) return { status: 403 };
  if (ticket.redeemedAt) return { status: 201 };
  const { txId } = ticket;
  // Where the resident has left, whoever asks keeps the collecting going.
  await soon(away.settle(txId));
  const transaction = await storage.transaction(txId);
  if (transaction?.code === 504) return { status: 504 };
  if (ticket.expiresAt <= clock.now() || !transaction) return { status: 403 };
  const stored = await storage.packages(txId);
  if (stored.some(({ code }) => !isAnswer(code))) return { status: 504 };
  const screen = (await storage.journeyOf(txId))?.screen;
  const onItsWay = ticket.secret && (screen === 'away' || screen === 'delivering');
  if (onItsWay && stored.length < transaction.resources.length)
    return {
      status: 429,
      retryAfterSeconds: await retryAfterSeconds(platform, { txId, resources: transaction.resources }),
    };
  const secret = await openJson<TicketSecret>(platform, ticket.secret, 'ticket', txId);
  if (!secret || stored.length !== transaction.resources.length)
    return { status: (await storage.ticket(hash))?.redeemedAt ? 201 : 403 };

  const at = clock.now();
  const { recipient } = secret;
  const { resources } = transaction;
  const result = await storage.commit([
    { step: 'redeem-ticket', hash, at, datasets: resources.length },
    { step: 'delete-packages', txId },
    event(txId, 'service provider fetched', at),
    event(txId, 'platform deleted', at),
    await transferNotice(platform, 'delivered', { recipient, client, resources, txId, at }),
  ]);
  if (!result.ok) return { status: (await storage.ticket(hash))?.redeemedAt ? 201 : 403 };
  await storage.eraseDeleted();
  const entries = await Promise.all(transaction.resources.map((id) => outerEntry(platform, stored, txId, id)));
  return {
    status: 200,
    jwe: await sealPayload({ clientId: client.clientId, zip: packOuter(entries), secretKey: secret.secretKey }),
  };
}

async function outerEntry(
  platform: Platform,
  stored: readonly StoredPackage[],
  txId: string,
  resourceId: string,
): Promise<OuterEntry> {
  const found = stored.find((one) => one.resourceId === resourceId);
  const resourceName = platform.datasets.get(resourceId)?.name['zh-Hant'] ?? resourceId;
  if (found?.code !== 200 || !found.package) return { resourceId, resourceName, code: 204 };
  const zip = await platform.keys.epochs.open(found.package, packageContext(txId, resourceId));
  if (!zip) throw new Error('the key of a package is gone before its time');
  return { resourceId, resourceName, code: 200, zip };
}
