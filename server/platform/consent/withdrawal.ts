/** Taking back a consent to later delivery, until it happens: by the link of the notice, or from the usage records. */
import { sameSecret } from '../../http/constant-time.ts';
import { keyedHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import { endDelivery } from '../delivery/end-delivery.ts';

/** Only who got the notice knows it. */
const keyOf = ({ keys }: Pick<Platform, 'keys'>, journeyId: string): string =>
  keyedHash(keys.hashKey, 'withdraw', journeyId).slice(0, 43);

/** → the whole address for the notice; the same each time, and nothing is kept for it */
export const withdrawalAddress = (platform: Pick<Platform, 'keys' | 'config'>, journeyId: string): string =>
  `${platform.config.publicUrl}/withdraw/${journeyId}/${keyOf(platform, journeyId)}`;

export interface Withdrawable {
  readonly txId: string;
  readonly service: string;
  readonly datasets: readonly string[];
  /** `waiting`: it can be taken back now. */
  readonly state: 'waiting' | 'delivered' | 'withdrawn' | 'over';
}

/** → undefined for an unknown link, or one that is long over */
export async function findWithdrawal(
  platform: Platform,
  journeyId: string,
  key: string,
): Promise<Withdrawable | undefined> {
  if (!sameSecret(key, keyOf(platform, journeyId))) return undefined;
  const journey = await platform.storage.journey(journeyId);
  return journey && withdrawable(platform, journey.txId);
}

/** The same for somebody whose right to it is known otherwise, such as the signed-in person of the transaction. */
export async function withdrawable(platform: Platform, txId: string): Promise<Withdrawable | undefined> {
  const { storage, clients, datasets, clock } = platform;
  const [ticket, transaction] = [await storage.ticketOf(txId), await storage.transaction(txId)];
  if (!ticket || !transaction) return undefined;
  const service = (await clients.find(transaction.clientId))?.name ?? transaction.clientId;
  const live = ticket.secret && !ticket.redeemedAt && ticket.expiresAt > clock.now();
  const state = live
    ? 'waiting'
    : ticket.redeemedAt
      ? transaction.code === 410
        ? 'over'
        : 'delivered'
      : (await storage.consent(txId))?.withdrawnAt
        ? 'withdrawn'
        : 'over';
  return {
    txId,
    service,
    datasets: transaction.resources.map((id) => datasets.get(id)?.name['zh-Hant'] ?? id),
    state,
  };
}

/** → false when it was delivered, or over, before */
export const withdraw = (platform: Platform, txId: string): Promise<boolean> =>
  endDelivery(platform, txId, 'withdrawn');
