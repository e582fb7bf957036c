/**
 * `GET /service/data`: hands the package out, once. Of any number of calls at once one gets the data, and the ticket dies
 * before a byte leaves. Without a `fetch_id` the copy is deleted in the same plan; with one it is kept for the repetition of
 * this very fetch, until the service provider confirms (`confirm-fetch.ts`) or `fetchAgain` is over.
 */
import { secretHash } from '../../crypto/secret.ts';
import { after } from '../../lifetimes.ts';
import { packOuter, type OuterEntry } from '../../protocol/mydata-1/outer-zip.ts';
import { sealPayload } from '../../protocol/mydata-1/payload.ts';
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import type { Step, StoredPackage } from '../storage.ts';
import { retryAfterSeconds, type LateDeliveries } from './late-deliveries.ts';
import { isAnswer, packageContext } from './collection.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { packageFetched } from './package-fetched.ts';
import { ticketFor } from './ticket-for.ts';
import { waitBriefly } from '../wait-briefly.ts';

export type Redeemed =
  | { readonly status: 200; readonly jwe: string }
  /** Agreed to, and still on its way. */
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 201 | 401 | 403 | 504 };

export interface RedeemRequest {
  readonly ticket: string;
  readonly txId?: string;
  /** Of this fetch, made up by the caller. */
  readonly fetchId?: string;
  readonly address?: string;
}

/**
 * → the JWE with 200, or the status alone: 201 fetched already, 401 address, 403 unknown, expired or of a suspended
 * service, 429 still prepared, 504 could not be had. Throws when the key of a stored package is gone early.
 */
export async function redeem(
  platform: Platform,
  late: LateDeliveries,
  { ticket: text, txId: givenTxId, fetchId, address }: RedeemRequest,
): Promise<Redeemed> {
  const { storage, clock } = platform;
  const hash = secretHash(text);
  const found = await ticketFor(platform, { ticket: text, txId: givenTxId, address });
  if ('status' in found) return found;
  const { ticket, client } = found;
  const fetchHash = fetchId === undefined ? undefined : secretHash(fetchId);
  if (ticket.redeemedAt) return again(platform, hash, fetchHash, client);
  const { txId } = ticket;
  // Where the resident has left, whoever asks keeps the collecting going.
  await waitBriefly(late.settle(txId));
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
  if (!secret || stored.length !== transaction.resources.length) return again(platform, hash, fetchHash, client);

  const at = clock.now();
  const { resources } = transaction;
  const spent: Step = { step: 'redeem-ticket', hash, at, datasets: resources.length };
  const result = await storage.commit(
    fetchHash === undefined
      ? [spent, ...(await packageFetched(platform, { txId, client, resources, secret, at }))]
      : [{ ...spent, fetch: { hash: fetchHash, until: earlier(after(at, 'fetchAgain'), ticket.expiresAt) } }],
  );
  if (!result.ok) return again(platform, hash, fetchHash, client);
  if (fetchHash === undefined) await storage.eraseDeleted();
  return packed(platform, { client, resources, stored, secret, txId });
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** A ticket that is redeemed: its bytes once more for the same fetch, and for nobody else. */
async function again(
  platform: Platform,
  hash: string,
  fetchHash: string | undefined,
  client: Client,
): Promise<Redeemed> {
  const { storage, clock } = platform;
  const ticket = await storage.ticket(hash);
  if (!ticket?.redeemedAt) return { status: 403 };
  const { txId, keptUntil, confirmedAt } = ticket;
  const same = fetchHash !== undefined && ticket.fetchHash === fetchHash;
  if (!same || confirmedAt || !keptUntil || keptUntil <= clock.now()) return { status: 201 };
  const secret = await openJson<TicketSecret>(platform, ticket.secret, 'ticket', txId);
  const resources = (await storage.transaction(txId))?.resources;
  const stored = await storage.packages(txId);
  // Confirmed a moment ago.
  if (!secret || stored.length !== resources?.length) return { status: 201 };
  return packed(platform, { client, resources, stored, secret, txId });
}

async function packed(
  platform: Platform,
  {
    client,
    resources,
    stored,
    secret,
    txId,
  }: {
    readonly client: Client;
    readonly resources: readonly string[];
    readonly stored: readonly StoredPackage[];
    readonly secret: TicketSecret;
    readonly txId: string;
  },
): Promise<Redeemed> {
  const entries = await Promise.all(resources.map((id) => outerEntry(platform, stored, txId, id)));
  return {
    status: 200,
    jwe: await sealPayload({
      clientId: client.clientId,
      zip: packOuter(entries),
      secretKey: secret.secretKey,
      cbcIv: client.cbcIv,
      mode: client.jwe,
    }),
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
