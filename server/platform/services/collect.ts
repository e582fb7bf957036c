/**
 * Asks the data providers, one call per dataset, all at once, each with a token and a `transaction_uid` of its own. Owns
 * what is under way; what was answered is in the storage, sealed. A provider that still prepares (429) is asked again
 * after the time it named, while the resident waits on the progress page.
 */
import { randomUUID } from 'node:crypto';
import { after, lifetimes } from '../../lifetimes.ts';
import { event } from '../events.ts';
import { newSecret, secretHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Journey, Step } from '../storage.ts';
import { readLimited } from './read-limited.ts';

export type Progress = 'ready' | 'waiting';

interface Answer {
  /** 200 with bytes, 204 no record, 429 later, else could not be had. */
  readonly code: number;
  readonly bytes?: Buffer;
  readonly retryAt?: Date;
}

const maxPackageBytes = 50 * 1024 * 1024;
const failed: Answer = { code: 504 };

export const isAnswer = (code: number): boolean => code === 200 || code === 204;

export class Collector {
  readonly #platform: Platform;
  readonly #running = new Map<string, Promise<Progress>>();
  /** journey and dataset → not before, and under which `transaction_uid` the provider is preparing it. */
  readonly #retries = new Map<string, { readonly at: Date; readonly transactionUid: string }>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** One round for all datasets that may be asked now. Several calls for one journey share a round. */
  collect(journey: Journey): Promise<Progress> {
    const running = this.#running.get(journey.id);
    if (running) return running;
    const round = this.#round(journey).finally(() => this.#running.delete(journey.id));
    this.#running.set(journey.id, round);
    return round;
  }

  async #round(journey: Journey): Promise<Progress> {
    const { storage, clock } = this.#platform;
    const had = new Set((await storage.packages(journey.txId)).map(({ resourceId }) => resourceId));
    const open = journey.resources.filter((id) => !had.has(id));
    const due = open.filter((id) => !((this.#retries.get(`${journey.id} ${id}`)?.at ?? clock.now()) > clock.now()));
    await Promise.all(due.map((id) => this.#ask(journey, id)));
    const stored = await storage.packages(journey.txId);
    // One that could not be had stops the delivery: nobody need wait for the others.
    const ready = stored.length === journey.resources.length || stored.some(({ code }) => !isAnswer(code));
    if (!ready) return 'waiting';
    this.forget(journey.id);
    await storage.commit([{ step: 'show-screen', id: journey.id, from: 'fetching', to: 'preview' }]);
    return 'ready';
  }

  /** Forgets what belongs to journeys that are over. */
  forget(journeyId: string): void {
    for (const key of this.#retries.keys()) if (key.startsWith(`${journeyId} `)) this.#retries.delete(key);
  }

  async #ask(journey: Journey, resourceId: string): Promise<void> {
    const { storage, clock, keys, log } = this.#platform;
    const { id: journeyId, txId } = journey;
    const token = newSecret();
    // The same again: under another one the provider would begin anew.
    const transactionUid = this.#retries.get(`${journeyId} ${resourceId}`)?.transactionUid ?? randomUUID();
    const at = clock.now();
    await storage.commit([
      {
        step: 'issue-token',
        token: {
          hash: secretHash(token),
          journeyId,
          txId,
          resourceId,
          transactionUid,
          expiresAt: after(at, 'providerToken'),
        },
      },
      event(txId, 'provider asked', at, { resourceId }),
    ]);
    const answer = await this.#call(journey, resourceId, token, transactionUid);
    if (answer.code === 429) {
      // Journeys that ended while they waited leave theirs behind.
      const longAgo = clock.now().getTime() - lifetimes.journeyWhole.ms;
      for (const [key, { at }] of this.#retries) if (at.getTime() < longAgo) this.#retries.delete(key);
      this.#retries.set(`${journeyId} ${resourceId}`, { at: answer.retryAt ?? clock.now(), transactionUid });
      return;
    }
    if (!isAnswer(answer.code)) log.warn({ resource: resourceId, code: answer.code }, 'dataset could not be had');
    const now = clock.now();
    const sealed = answer.bytes && (await keys.epochs.sealNow(answer.bytes, packageContext(txId, resourceId), now));
    const plan: Step[] = [
      { step: 'touch-journey', id: journeyId, at: now },
      { step: 'store-package', stored: { txId, resourceId, code: answer.code, package: sealed, at: now } },
      event(txId, 'data had', now, { resourceId, ok: isAnswer(answer.code) }),
    ];
    // Refused when the journey ended meanwhile: then nothing is kept.
    await storage.commit(plan);
  }

  async #call(journey: Journey, resourceId: string, token: string, transactionUid: string): Promise<Answer> {
    const { config, clients, clock, fetch } = this.#platform;
    const fields = (await clients.find(journey.clientId))?.fields[resourceId];
    const headers = new Headers({
      authorization: `Bearer ${token}`,
      transaction_uid: transactionUid,
      accept: 'application/zip',
    });
    if (fields) headers.set('fields', fields.join(','));
    try {
      const signal = AbortSignal.timeout(lifetimes.providerCall.ms);
      const response = await fetch(
        new Request(`${config.provider.url}/dp/${resourceId}`, { headers, redirect: 'error', signal }),
      );
      if (response.status === 429)
        return { code: 429, retryAt: new Date(clock.now().getTime() + retrySeconds(response.headers) * 1000) };
      if (response.status === 204) return { code: 204 };
      if (response.status !== 200 || !response.headers.get('content-type')?.startsWith('application/zip')) {
        await response.body?.cancel();
        return failed;
      }
      const bytes = await readLimited(response, maxPackageBytes);
      return bytes?.length ? { code: 200, bytes } : failed;
    } catch {
      return failed;
    }
  }
}

export const packageContext = (txId: string, resourceId: string): string => `package ${txId} ${resourceId}`;

/** Clients of the interface assume 60 seconds where none are named. */
function retrySeconds(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : 60;
}
