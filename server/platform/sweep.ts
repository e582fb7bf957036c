/** What time takes away: journeys left alone, packages nobody fetched, keys whose packages are gone, old records. */
import { lifetimes, type LifetimeName } from '../lifetimes.ts';
import { event } from './events.ts';
import type { Platform } from './platform.ts';
import { endJourney } from './services/journey.ts';

export interface Swept {
  readonly journeys: number;
  readonly packages: number;
  readonly epochs: number;
}

/** Call it every minute; it may run at any time and twice. */
export async function sweep(platform: Platform): Promise<Swept> {
  const { storage, clock, keys, clients, log } = platform;
  const now = clock.now();
  const ago = (name: LifetimeName): Date => new Date(now.getTime() - lifetimes[name].ms);

  const over = await storage.journeysOver(ago('journeyIdle'), ago('journeyWhole'));
  for (const journey of over) {
    const client = await clients.find(journey.clientId);
    if (client) await endJourney(platform, { journey, client }, 408);
    else
      await storage.commit([
        { step: 'delete-packages', txId: journey.txId },
        { step: 'end-journey', id: journey.id, txId: journey.txId, code: 408, at: now },
      ]);
  }

  const stale = await storage.packagesBefore(ago('storedData'));
  for (const txId of stale)
    await storage.commit([{ step: 'delete-packages', txId }, event(txId, 'platform deleted', now)]);

  await storage.commit([
    {
      step: 'forget-old',
      now,
      journeysBefore: ago('journeyWhole'),
      noticesBefore: ago('storedData'),
      recordsBefore: ago('transferRecord'),
    },
  ]);
  if (over.length || stale.length) await storage.eraseDeleted();
  const epochs = await keys.epochs.destroyOld(now, lifetimes.storedData.ms);
  const swept = { journeys: over.length, packages: stale.length, epochs: epochs.length };
  if (over.length || stale.length || epochs.length) log.info(swept, 'swept');
  return swept;
}
