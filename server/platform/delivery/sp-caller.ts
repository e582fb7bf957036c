/**
 * Calls SP-APIs: what consents have put into the outbox (`queueSpCall`), until the service provider's answer is booked, the
 * resident gives up, or the time is over. Owns the tries and what an answer means for the journey. A process that dies in
 * between is followed by the next: the service provider may then hear the same twice, and answers the same twice.
 */
import { call } from '../../calls/call.ts';
import { after, lifetimes } from '../../lifetimes.ts';
import { event } from '../log/events.ts';
import { newId } from '../hashes.ts';
import { openJson, sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { isStopped } from '../registry/may-open.ts';
import type { SpCall, Step } from '../storage.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { endJourney, journeyAt, type OwnJourney } from '../journey/journey.ts';
import { waitingNotice } from '../consent/waiting-notice.ts';

/** What is said, and what the answer decides. */
export interface SpCallContent {
  /** As it is sent, but for the client's `apiKey`; the same words at every try. */
  readonly body: Readonly<Record<string, unknown>>;
  /** A dataset could not be had: nothing will be delivered. */
  readonly failed: boolean;
  /** Consent before all is there. */
  readonly later: boolean;
}

/** A step for the plan that decides the consent. */
export async function queueSpCall(platform: Platform, txId: string, content: SpCallContent): Promise<Step> {
  const at = platform.clock.now();
  const sealed = await sealJson(platform, content, 'sp-call', txId);
  return { step: 'queue-sp-call', call: { txId, at, until: after(at, 'spApiGiveUp'), content: sealed } };
}

type Called = Omit<OwnJourney, 'csrf'>;

const { spApiRetryFirst, spApiRetryMost, spApiHold } = lifetimes;
const atOnce = 8;
const batch = 200;

/** How long after the given number of tries the next one begins. → ms */
const retryAfter = (tries: number): number =>
  Math.min(spApiRetryFirst.ms * 2 ** Math.min(tries - 1, 20), spApiRetryMost.ms);

export class SpCaller {
  readonly #platform: Platform;
  readonly #instance: string;
  readonly #holder: string;
  readonly #running = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  /** @param instance the same at every start of this process, and no other's */
  constructor(platform: Platform, instance: string) {
    this.#platform = platform;
    this.#instance = instance;
    this.#holder = `${instance}/${newId()}`;
  }

  /** Takes up what a former life of this process left, without waiting for answers. */
  async resume(): Promise<void> {
    const { storage, clock } = this.#platform;
    const at = clock.now();
    await storage.commit([{ step: 'free-sp-calls', instance: this.#instance, heldBy: this.#holder, at }]);
    for (const { txId } of await storage.spCallsDue(at, batch)) this.soon(txId);
  }

  /** Those whose time is over. */
  async endOver(): Promise<void> {
    const { storage, clock } = this.#platform;
    const now = clock.now();
    for (const { txId, until } of await storage.spCallsDue(now, batch)) if (until <= now) await this.#safely(txId);
  }

  /** One try for each that is due; to be called every minute. */
  async callDue(): Promise<void> {
    const { storage, clock } = this.#platform;
    const due = [...(await storage.spCallsDue(clock.now(), batch))];
    const worker = async (): Promise<void> => {
      for (let next = due.shift(); next && !this.#stopped; next = due.shift()) await this.#safely(next.txId);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }

  /** One try for this transaction, if one is due; several at once share it. Afterwards the journey tells what came of it. */
  call(txId: string): Promise<void> {
    const running = this.#running.get(txId);
    if (running) return running;
    if (this.#stopped) return Promise.resolve();
    const one = this.#try(txId).finally(() => this.#running.delete(txId));
    this.#running.set(txId, one);
    return one;
  }

  /** As `call`, without waiting for it. */
  soon(txId: string, ms = 0): void {
    if (this.#stopped) return;
    clearTimeout(this.#timers.get(txId));
    const timer = setTimeout(() => {
      this.#timers.delete(txId);
      void this.#safely(txId);
    }, ms);
    this.#timers.set(txId, timer.unref());
  }

  /** Begins none any more, and waits for those under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.#running.values());
  }

  async #safely(txId: string): Promise<void> {
    await this.call(txId).catch((error: unknown) =>
      this.#platform.log.error({ code: (error as Error).name }, 'calling an SP-API failed'),
    );
  }

  async #try(txId: string): Promise<void> {
    const { storage, clock } = this.#platform;
    const at = clock.now();
    const found = await storage.spCall(txId);
    if (!found || found.nextAt > at) return;
    const claimed = await storage.commit([
      {
        step: 'claim-sp-call',
        txId,
        tries: found.tries,
        at,
        heldUntil: new Date(at.getTime() + spApiHold.ms),
        heldBy: this.#holder,
      },
    ]);
    if (!claimed.ok) return;
    const tries = found.tries + 1;
    const own = await journeyAt(this.#platform, txId);
    const content = await openJson<SpCallContent>(this.#platform, found.content, 'sp-call', txId);
    if (!own || own.journey.screen !== 'delivering' || !content)
      return void (await storage.commit([{ step: 'finish-sp-call', txId, tries }]));
    const finish: Step = { step: 'finish-sp-call', txId, tries };
    // Suspended since: at once means for journeys under way, too.
    if (isStopped(own.client)) return void (await endJourney(this.#platform, own, 423, [finish]));
    if (at >= found.until) return void (await endJourney(this.#platform, own, 410, [finish]));
    const status = await this.#ask(own, content);
    if (status === undefined) return this.#putOff(found, tries);
    await this.#book(own, content, status, finish);
  }

  /** → the status; undefined when nobody answered in time */
  async #ask({ client }: Called, { body }: SpCallContent): Promise<number | undefined> {
    const { fetch, log } = this.#platform;
    const outcome = await call(fetch, client.spApiUrl, {
      to: 'stranger',
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=UTF-8' },
      body: JSON.stringify(client.apiKey ? { ...body, apiKey: client.apiKey } : body),
      timeout: lifetimes.spApiAnswer.ms,
      size: 0,
      redirects: 'answer',
    });
    if (outcome.kind === 'answer') return outcome.status;
    log.warn({ client: client.clientId, kind: outcome.kind }, 'SP-API did not answer');
    return undefined;
  }

  async #putOff({ txId, until }: SpCall, tries: number): Promise<void> {
    const now = this.#platform.clock.now().getTime();
    const nextAt = new Date(Math.min(now + retryAfter(tries), Math.max(until.getTime(), now)));
    const put = await this.#platform.storage.commit([{ step: 'retry-sp-call', txId, tries, nextAt }]);
    if (put.ok) this.soon(txId, nextAt.getTime() - now);
  }

  async #book(own: Called, { failed, later }: SpCallContent, status: number, finish: Step): Promise<void> {
    const platform = this.#platform;
    const { id, txId } = own.journey;
    const accepted = status === 200 || status === 201;
    const at = platform.clock.now();
    const answered: Step[] = [
      finish,
      event(txId, 'SP-API answered', at, { ok: accepted }),
      ...(accepted ? [event(txId, 'SP-API accepted', at)] : []),
    ];
    if (!accepted || failed) return void (await endJourney(platform, own, accepted ? 504 : 410, answered));
    // The package waits for its ticket, or is waited for: for the resident the journey is over.
    await platform.storage.commit([
      ...answered,
      ...(later
        ? [{ step: 'show-screen', id, from: 'delivering', to: 'away' } as const, ...(await this.#waiting(own))]
        : [{ step: 'end-journey', id, txId, code: 200, at } as const]),
      event(txId, 'back to the service provider', at),
    ]);
  }

  async #waiting(own: Called): Promise<readonly Step[]> {
    const { storage } = this.#platform;
    const { txId } = own.journey;
    const ticket = await storage.ticketOf(txId);
    const secret = await openJson<TicketSecret>(this.#platform, ticket?.secret, 'ticket', txId);
    return secret ? [await waitingNotice(this.#platform, own, secret.recipient, await storage.packages(txId))] : [];
  }
}
