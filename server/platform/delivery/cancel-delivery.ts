/** A resident who consented and does not wait until the service is told: the consent is taken back with all that hangs on it. */
import { event } from '../log/events.ts';
import type { Platform } from '../platform.ts';
import { endDelivery } from './end-delivery.ts';
import { endJourney, type OwnJourney } from '../journey/journey.ts';

/** → false when the service provider was faster: then it is delivered */
export async function cancelDelivery(platform: Platform, own: OwnJourney): Promise<boolean> {
  const { storage, clock } = platform;
  const { txId } = own.journey;
  if (await endDelivery(platform, txId, 'withdrawn')) {
    await storage.commit([event(txId, 'back to the service provider', clock.now(), { ok: false })]);
    return true;
  }
  const ticket = await storage.ticketOf(txId);
  if (!ticket || ticket.redeemedAt) return false;
  // Nothing was to be delivered: a dataset could not be had.
  await endJourney(platform, own, 205);
  return true;
}
