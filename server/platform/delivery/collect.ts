/**
 * Asks the data providers, one call per dataset, all at once, each with a token and a `transaction_uid` of its own. Owns
 * what is under way in this process; what was asked and answered is in the storage, so that a restart loses nothing. A
 * provider that still prepares (429) is asked again after the time it named; what comes broken is not taken.
 */
import { randomUUID } from 'node:crypto';
import { secretHash } from '../../crypto/secret.ts';
import { after } from '../../lifetimes.ts';
import { event } from '../log/events.ts';
import { newProviderToken } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Ask } from '../storage.ts';
import { askAgainAt } from './ask-again.ts';
import { askProvider } from './ask-provider.ts';
import { brokenBecause, noteRefusal } from './check-package.ts';
import { brokenCode, isAnswer, isPending, isReady, packageContext, statesOf, type Collection } from './collection.ts';

export type Progress = 'ready' | 'waiting';

export class Collector {
  readonly #platform: Platform;
  readonly #running = new Map<string, { readonly round: Promise<Progress>; readonly control: AbortController }>();
  #stopped = false;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** One round for all datasets that may be asked now. Several calls for one transaction share a round. */
  collect(collection: Collection): Promise<Progress> {
    const { txId } = collection;
    const running = this.#running.get(txId);
    if (running) return running.round;
    if (this.#stopped) return Promise.resolve('waiting');
    const control = new AbortController();
    const round = this.#round(collection, control.signal).finally(() => this.#running.delete(txId));
    this.#running.set(txId, { round, control });
    return round;
  }

  /** Nobody wants it any more: calls under way are broken off, and what they would have said is not noted. */
  stop(txId: string): void {
    this.#running.get(txId)?.control.abort();
  }

  /** Begins no round any more, and waits for those under way. */
  async stopAll(): Promise<void> {
    this.#stopped = true;
    await Promise.allSettled([...this.#running.values()].map(({ round }) => round));
  }

  /** Called whenever something was asked or answered for this transaction. → to stop listening */
  onChange(txId: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(txId) ?? new Set();
    this.#listeners.set(txId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (!listeners.size) this.#listeners.delete(txId);
    };
  }

  #changed(txId: string): void {
    for (const listener of this.#listeners.get(txId) ?? []) listener();
  }

  async #round(collection: Collection, signal: AbortSignal): Promise<Progress> {
    const { storage, clock } = this.#platform;
    const asks = await storage.asks(collection.txId);
    const stop = collection.stopAtFailure ?? false;
    const before = await statesOf(this.#platform, collection);
    if (isReady(before, stop)) return 'ready';
    const now = clock.now();
    const due = before.filter((one) => isPending(one) && !(one.state === 'preparing' && one.until > now));
    await Promise.all(
      due.map(({ resourceId }) =>
        this.#ask(
          collection,
          resourceId,
          asks.find((ask) => ask.resourceId === resourceId),
          signal,
        ),
      ),
    );
    return isReady(await statesOf(this.#platform, collection), stop) ? 'ready' : 'waiting';
  }

  async #ask(collection: Collection, resourceId: string, before: Ask | undefined, signal: AbortSignal): Promise<void> {
    const platform = this.#platform;
    const { storage, clock, keys, log, config } = platform;
    const { holder, txId, stillWanted } = collection;
    const token = newProviderToken(config.environment);
    const transactionUid = before?.transactionUid ?? randomUUID();
    const askedAt = clock.now();
    const ask: Ask = { txId, resourceId, transactionUid, askedAt };
    const hash = secretHash(token);
    const expiresAt = after(askedAt, 'providerToken');
    const begun = await storage.commit([
      ...stillWanted(askedAt),
      { step: 'issue-token', token: { hash, holder, txId, resourceId, transactionUid, expiresAt } },
      { step: 'note-ask', ask },
      event(txId, 'provider asked', askedAt, { resourceId, transactionUid }),
    ]);
    if (!begun.ok) return;
    this.#changed(txId);
    const fields = collection.fields?.[resourceId];
    const parameters = collection.parameters?.[resourceId];
    let answer = await askProvider(platform, { resourceId, token, transactionUid, fields, parameters, signal });
    if (signal.aborted) return;
    const now = clock.now();
    if (answer.code === 429) {
      const retryAt = await askAgainAt(platform, ask, answer.retryAt ?? now);
      if (retryAt) {
        await storage.commit([...stillWanted(now), { step: 'note-ask', ask: { ...ask, retryAt } }]);
        this.#changed(txId);
        return;
      }
      answer = { code: 504, reason: 'never-ready' };
    }
    const broken = answer.bytes && (await brokenBecause(platform, collection, resourceId, answer.bytes));
    const code = broken ? brokenCode : answer.code;
    if (broken) noteRefusal(platform, resourceId, broken, answer.bytes);
    else if (!isAnswer(code))
      log.warn({ resource: resourceId, code, reason: answer.reason }, 'dataset could not be had');
    const bytes = broken ? undefined : answer.bytes;
    const sealed = bytes && (await keys.epochs.sealNow(bytes, packageContext(txId, resourceId), now));
    // Refused when nobody wants it any more: then nothing is kept.
    await storage.commit([
      ...stillWanted(now),
      { step: 'store-package', stored: { txId, resourceId, code, package: sealed, at: now } },
      event(txId, 'data had', now, { resourceId, transactionUid, ok: isAnswer(code) }),
      ...(broken ? [event(txId, 'package refused', now, { resourceId, transactionUid, ok: false })] : []),
    ]);
    this.#changed(txId);
  }
}
