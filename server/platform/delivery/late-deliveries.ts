/**
 * Deliveries that residents agreed to before all was there. Collects on while nobody looks: every sweep, sooner by timers of
 * this process, and whenever the service provider asks. What is asked and when lies in the storage; a restart loses a
 * timer at most.
 */
import { readyNotice } from '../counter/agree.ts';
import { isForCounter } from '../counter/counter-return.ts';
import type { Platform } from '../platform.ts';
import type { Journey } from '../storage.ts';
import type { Collector } from './collect.ts';
import { isPending, statesOf } from './collection.ts';
import { endDelivery } from './end-delivery.ts';
import { collectionOf } from './journey-collection.ts';

const soonest = 1_000;
const latest = 60_000;
const atOnce = 8;

export class LateDeliveries {
  readonly #platform: Platform;
  readonly #collector: Collector;
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(platform: Platform, collector: Collector) {
    this.#platform = platform;
    this.#collector = collector;
  }

  /** One round for each; to be called every minute. */
  async settleAll(): Promise<void> {
    const waiting = [...(await this.#platform.storage.journeysAway())];
    const worker = async (): Promise<void> => {
      for (let journey = waiting.pop(); journey; journey = waiting.pop()) await this.#safely(journey.txId);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  /** One round for this transaction, if its resident has left; when nothing is waited for any more, it is decided. */
  async settle(txId: string): Promise<void> {
    const journey = await this.#platform.storage.journeyOf(txId);
    if (journey?.screen === 'away') await this.#settle(journey);
  }

  /** As `settle`, without waiting for it. */
  soon(txId: string, ms = 0): void {
    clearTimeout(this.#timers.get(txId));
    const timer = setTimeout(() => {
      this.#timers.delete(txId);
      void this.#safely(txId);
    }, ms);
    timer.unref();
    this.#timers.set(txId, timer);
  }

  /** One that fails must not keep the others from theirs; it is tried again with the next sweep. */
  async #safely(txId: string): Promise<void> {
    await this.settle(txId).catch((error: unknown) =>
      this.#platform.log.error({ code: (error as Error).name }, 'collecting for later failed'),
    );
  }

  async #settle(journey: Journey): Promise<void> {
    const { storage, clock } = this.#platform;
    const { id, txId } = journey;
    const ticket = await storage.ticketOf(txId);
    const now = clock.now();
    if (!ticket?.secret || ticket.expiresAt <= now) {
      // Without a secret there is nobody to tell any more, but nothing may be collected either.
      if (!(await endDelivery(this.#platform, txId, 'expired')))
        await storage.commit([
          { step: 'delete-packages', txId },
          { step: 'end-journey', id, txId, code: 408, at: now },
        ]);
      return;
    }
    const collection = await collectionOf(this.#platform, journey);
    // Until it is restored, or the time is over.
    if (!collection) return;
    const progress = await this.#collector.collect(collection);
    const states = await statesOf(this.#platform, journey);
    if (progress === 'waiting') {
      const next = Math.min(...states.map((one) => (one.state === 'preparing' ? one.until.getTime() : Infinity)));
      this.soon(txId, Math.min(Math.max(next - clock.now().getTime(), soonest), latest));
    } else if (states.some(({ state }) => state === 'failed')) {
      await endDelivery(this.#platform, txId, 'failed');
    } else if (!states.some(isPending)) {
      const at = clock.now();
      await storage.commit([
        { step: 'expect-journey', id, screens: ['away'] },
        ...(isForCounter(journey) ? await readyNotice(this.#platform, journey) : []),
        { step: 'end-journey', id, txId, code: 200, at },
      ]);
    }
  }
}

/** Seconds until it is worth asking again, for 429: when the last dataset is promised, an hour at most. */
export async function retryAfterSeconds(platform: Platform, of: Pick<Journey, 'txId' | 'resources'>): Promise<number> {
  const now = platform.clock.now().getTime();
  const waits = (await statesOf(platform, of)).flatMap((one) =>
    one.state === 'preparing' ? [Math.ceil((one.until.getTime() - now) / 1000)] : isPending(one) ? [soonAgain] : [],
  );
  return Math.min(Math.max(1, ...waits), 3600);
}

/** A dataset that is being asked for right now. */
const soonAgain = 5;
