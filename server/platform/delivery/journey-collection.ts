/** What a journey has the platform collect, and what it does when all is there. */
import { openJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { isStopped } from '../registry/may-open.ts';
import type { Journey } from '../storage.ts';
import type { Collector, Progress } from './collect.ts';
import type { Collection, Parameters } from './collection.ts';
import { asBegun } from '../journey/as-begun.ts';
import { collecting } from './token-holders.ts';

/** Suspended or ended since it began: at once means for journeys under way, too. */
export async function isServiceStopped(
  { clients }: Platform,
  { clientId }: Pick<Journey, 'clientId'>,
): Promise<boolean> {
  const client = await clients.find(clientId);
  return !client || isStopped(client);
}

/** → undefined where the service is stopped: no agency is asked for it */
export async function collectionOf(platform: Platform, journey: Journey): Promise<Collection | undefined> {
  const { id, txId, resources, clientId } = journey;
  const client = await platform.clients.find(clientId);
  if (!client || isStopped(client)) return undefined;
  return {
    holder: { kind: 'journey', id },
    txId,
    resources,
    fields: asBegun(client, journey).fields,
    parameters: await openJson<Parameters>(platform, journey.parameters, 'parameters', txId),
    stopAtFailure: true,
    stillWanted: () => [{ step: 'expect-journey', id, screens: collecting }],
  };
}

/**
 * One round for a resident who waits; when all is there, the preview is next. With `stay` the journey remains where it is
 * until the resident's own page asks: its time begins to count again then, and not while nobody looks.
 */
export async function fetchForJourney(
  platform: Platform,
  collector: Collector,
  journey: Journey,
  { stay = false } = {},
): Promise<Progress> {
  const collection = await collectionOf(platform, journey);
  if (!collection) return 'waiting';
  const progress = await collector.collect(collection);
  if (progress === 'ready' && !stay)
    await platform.storage.commit([{ step: 'finish-fetching', id: journey.id, at: platform.clock.now() }]);
  return progress;
}
