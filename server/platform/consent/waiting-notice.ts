/** Tells a resident who left before all was there what is still waited for, and how to take the consent back. */
import type { Recipient } from '../messages/queue.ts';
import type { Platform } from '../platform.ts';
import type { Step, StoredPackage } from '../storage.ts';
import type { OwnJourney } from '../journey/journey.ts';
import { transferNotice } from './notice.ts';
import { withdrawalAddress } from './withdrawal.ts';

/**
 * → the step that queues it, for the plan that lets the resident leave. Names what is not in `stored`, the longest of
 * its preparation times, and the address to withdraw at.
 */
export async function waitingNotice(
  platform: Platform,
  { journey, client, datasets }: Pick<OwnJourney, 'journey' | 'client' | 'datasets'>,
  recipient: Recipient,
  stored: readonly StoredPackage[],
): Promise<Step> {
  const { id, txId } = journey;
  const pending = datasets.filter((dataset) => !stored.some(({ resourceId }) => resourceId === dataset.id));
  return transferNotice(platform, 'waiting', {
    recipient,
    client,
    resources: pending.map((dataset) => dataset.id),
    txId,
    at: platform.clock.now(),
    minutes: Math.max(0, ...pending.map(({ minutes }) => minutes ?? 0)) || undefined,
    withdraw: withdrawalAddress(platform, id),
  });
}
