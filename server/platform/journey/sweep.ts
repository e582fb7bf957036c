/**
 * Journeys left alone. A flood of arrivals leaves many behind, so they are taken some at a time, and others get their turn
 * between. One in which nobody proved who they are ends without an entry in the log, and is forgotten early.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { lifetimes, type LifetimeName } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import { endJourney } from './journey.ts';
import type { Journey } from '../storage.ts';

const atOnce = 500;
/** What is left then is for the next sweep. */
const rounds = 40;

type Attempt = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/** → how many were ended */
export async function endLeft(platform: Platform, attempt: Attempt): Promise<number> {
  const { storage, clock } = platform;
  const ago = agoOf(clock.now());
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const found = await storage.journeysOver(ago('journeyIdle'), ago('journeyWhole'), ago('journeyWaiting'), atOnce);
    // One that could not be ended is found again.
    const over = found.filter(({ id }) => !seen.has(id));
    for (const { id } of over) seen.add(id);
    const unproved = over.filter(({ method }) => !method).map(({ id }) => id);
    if (unproved.length)
      await attempt(() => storage.commit([{ step: 'end-unproved', ids: unproved, at: clock.now() }]));
    for (const journey of over) if (journey.method) await endOne(platform, journey, attempt);
    if (found.length < atOnce || !over.length) break;
    await turn();
  }
  return seen.size;
}

async function endOne(platform: Platform, journey: Journey, attempt: Attempt): Promise<void> {
  const { storage, clients, clock } = platform;
  const client = await clients.find(journey.clientId);
  if (client) return void (await attempt(() => endJourney(platform, { journey, client }, 408)));
  await storage.commit([
    { step: 'delete-packages', txId: journey.txId },
    { step: 'end-journey', id: journey.id, txId: journey.txId, code: 408, at: clock.now() },
  ]);
}

/**
 * Deletes journeys in which nobody proved identity, and marks of arrivals, once their time is over (`lifetimes`:
 * `journeyUnproved`, `arrivalKept`); some at a time, the rest at the next sweep.
 */
export async function forgetUnproved({ storage, clock }: Pick<Platform, 'storage' | 'clock'>): Promise<void> {
  const ago = agoOf(clock.now());
  for (let round = 0; round < rounds; round += 1) {
    const [journeysBefore, arrivalsBefore] = [ago('journeyUnproved'), ago('arrivalKept')];
    const step = { step: 'forget-unproved', journeysBefore, arrivalsBefore, limit: atOnce } as const;
    if (!(await storage.hasUnproved(step))) break;
    await storage.commit([step]);
    await turn();
  }
}

/** By the name of a lifetime: what began before this moment has outlived it. */
export const agoOf =
  (now: Date) =>
  (name: LifetimeName): Date =>
    new Date(now.getTime() - lifetimes[name].ms);
