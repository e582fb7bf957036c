/** What time takes away: journeys left alone, packages nobody fetched, keys whose packages are gone, old records. */
import { lifetimes } from '../lifetimes.ts';
import { event } from './log/events.ts';
import type { Platform } from './platform.ts';
import type { LateDeliveries } from './delivery/late-deliveries.ts';
import { expireFetches } from './delivery/confirm-fetch.ts';
import { endDelivery } from './delivery/end-delivery.ts';
import { tellWrongTries } from './identity/wrong-tries.ts';
import type { Step } from './storage.ts';
import { agoOf, endLeft, forgetUnproved } from './journey/sweep.ts';

export interface Swept {
  readonly journeys: number;
  readonly packages: number;
  readonly epochs: number;
}

/** Call it every minute; it may run at any time and twice. */
export async function sweep(platform: Platform, late: LateDeliveries): Promise<Swept> {
  const { storage, clock, keys, log } = platform;
  const now = clock.now();
  const ago = agoOf(now);

  // What cannot be recorded is left for the next sweep; what must be destroyed does not wait for it.
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.error({ kind: error instanceof Error ? error.name : 'unknown' }, 'part of the sweep failed');
      return undefined;
    }
  };

  let expired = 0;
  for (const { txId } of await storage.ticketsExpired(now))
    if (await attempt(() => endDelivery(platform, txId, 'expired'))) expired += 1;
  await attempt(() => expireFetches(platform));
  await attempt(() => late.settleAll());
  await attempt(() => tellWrongTries(platform));
  await attempt(() => platform.limiter.sweep());
  await attempt(() => platform.space.watch());

  const over = await endLeft(platform, attempt);
  await attempt(() => forgetUnproved(platform));

  const stale = await storage.packagesBefore(ago('storedData'));
  for (const txId of stale) {
    const gone: Step = { step: 'delete-packages', txId };
    const recorded = await attempt(() => storage.commit([gone, event(txId, 'platform deleted', now)]));
    if (!recorded?.ok) await storage.commit([gone]);
  }

  await storage.commit([
    {
      step: 'forget-old',
      now,
      journeysBefore: ago('journeyKept'),
      noticesBefore: ago('storedData'),
      recordsBefore: ago('transferRecord'),
    },
  ]);
  if (over || stale.length) await storage.eraseDeleted();
  await attempt(() => keys.log.keepFresh(now, lifetimes.logKey.ms));
  const epochs = await keys.epochs.destroyOld(now, lifetimes.storedData.ms);
  // What was sealed is unreadable from here on, in every copy of the database.
  const swept = { journeys: over, packages: stale.length + expired, epochs: epochs.length };
  if (over || stale.length || epochs.length) log.info(swept, 'swept');
  return swept;
}
