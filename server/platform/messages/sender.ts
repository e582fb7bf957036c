/**
 * Sends what is queued. Owns the tries: who may send a message now, when it is tried again, when nobody tries any more,
 * and event 340, which is written when a message has really gone out (or never will). Two workers never send one message
 * at once: the claim is one conditional guard. A worker that dies in between is followed by another, so a message may go
 * out twice, with the same id both times, but is never lost.
 */
import { lifetimes } from '../../lifetimes.ts';
import { event } from '../log/events.ts';
import type { PlatformOptions } from '../platform.ts';
import type { Message, MessageChannel, PlatformStorage } from '../storage.ts';
import { isLocal, openMessage, type MessageContent } from './queue.ts';
import { SendError } from './transport.ts';

type Needs = Pick<PlatformOptions, 'storage' | 'clock' | 'keys' | 'log' | 'transports'>;

/** At once; more wait for the next round. */
const batch = 50;

const { messageRetryFirst, messageRetryMost, messageHold } = lifetimes;

/** How long after the given number of tries the next one begins. → ms */
export const retryAfter = (tries: number): number =>
  Math.min(messageRetryFirst.ms * 2 ** Math.min(tries - 1, 20), messageRetryMost.ms);

/** The last try begins a minute, one round of the sweep, before the end. → undefined when that was it */
function nextTry(now: Date, tries: number, until: Date): Date | undefined {
  const last = until.getTime() - 60_000;
  return last > now.getTime() ? new Date(Math.min(now.getTime() + retryAfter(tries), last)) : undefined;
}

export class MessageSender {
  readonly #needs: Needs;
  #running: Promise<number> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Storage that has queued messages sent shortly after they are written. */
  watch(storage: PlatformStorage): PlatformStorage {
    const commit: PlatformStorage['commit'] = async (plan) => {
      const result = await storage.commit(plan);
      if (result.ok && plan.some(({ step }) => step === 'queue-message')) this.soon();
      return result;
    };
    // Its reads may be inherited: a copy of its own properties would lose them.
    return Object.assign(Object.create(storage) as PlatformStorage, { commit });
  }

  soon(ms = 0): void {
    clearTimeout(this.#timer);
    // Not at once: whoever queued it has an answer to give first, and messages come in groups.
    this.#timer = setTimeout(() => {
      this.send().catch((error: unknown) =>
        this.#needs.log.error({ code: (error as Error).name }, 'messages not sent'),
      );
    }, ms);
    this.#timer.unref();
  }

  /** Sends what is due; a call while another runs has it look once more. → how many were handled */
  async send(): Promise<number> {
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Nothing more is begun. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  async #rounds(): Promise<number> {
    let handled = 0;
    while (this.#again) {
      this.#again = false;
      const due = await this.#needs.storage.messagesDue(this.#needs.clock.now(), batch);
      for (const message of due) if (await this.#handle(message)) handled += 1;
      this.#again ||= due.length === batch;
    }
    return handled;
  }

  async #handle(message: Message): Promise<boolean> {
    const { storage, clock, log } = this.#needs;
    const { id, txId } = message;
    const at = clock.now();
    const heldUntil = new Date(at.getTime() + messageHold.ms);
    const claimed = await storage.commit([{ step: 'claim-message', id, tries: message.tries, at, heldUntil }]);
    if (!claimed.ok) return false;
    const tries = message.tries + 1;

    const outcome =
      at > message.until ? { failure: message.failure ?? 'too-late', final: true } : await this.#go(message, tries);
    const now = clock.now();
    const sentBy = (await storage.message(id))?.sentBy ?? [];
    const done = sentBy.length === message.channels.length && sentBy.length > 0;
    const nextAt = nextTry(now, tries, message.until);
    if (!done && !outcome.final && nextAt) {
      await storage.commit([{ step: 'retry-message', id, tries, nextAt, failure: outcome.failure ?? 'unknown' }]);
      log.warn({ message: id, kind: message.kind, tries, failure: outcome.failure }, 'message not sent yet');
      if (nextAt.getTime() - now.getTime() < 60_000) this.soon(nextAt.getTime() - now.getTime());
      return true;
    }
    // By one way at least the person was told.
    const ok = sentBy.length > 0;
    const result = await storage.commit([
      {
        step: 'finish-message',
        id,
        tries,
        state: ok ? 'sent' : 'given-up',
        at: now,
        failure: done ? undefined : outcome.failure,
        keepContent: ok && isLocal(this.#needs.transports),
      },
      ...(txId === undefined ? [] : [event(txId, 'notice sent', now, { ok })]),
    ]);
    if (result.ok && !ok)
      log.error({ message: id, kind: message.kind, tries, failure: outcome.failure }, 'message given up');
    return result.ok;
  }

  /** One try by every way that is left. */
  async #go(message: Message, tries: number): Promise<{ readonly failure?: string; readonly final: boolean }> {
    const { storage } = this.#needs;
    if (!message.channels.length) return { failure: 'no-address', final: true };
    const content = await openMessage(this.#needs, message);
    if (!content) return { failure: message.failure ?? 'words-gone', final: true };
    const failures: SendError[] = [];
    const left = message.channels.filter((channel) => !message.sentBy.includes(channel));
    for (const channel of left) {
      const failure = await this.#sendBy(channel, message, content);
      if (failure) failures.push(failure);
      else if (!(await storage.commit([{ step: 'message-sent', id: message.id, tries, channel }])).ok) break;
    }
    return { failure: failures[0]?.code, final: failures.length > 0 && failures.every(({ final }) => final) };
  }

  async #sendBy(channel: MessageChannel, message: Message, content: MessageContent): Promise<SendError | undefined> {
    const { transports } = this.#needs;
    // The local outbox has it already: the page reads the queue itself.
    if (isLocal(transports)) return undefined;
    const { to, subject, text, short } = content;
    const address = channel === 'email' ? to.email : to.mobile;
    try {
      const send = transports[channel];
      if (!send || !address) throw new SendError(`${channel}-not-set-up`);
      await send({
        id: message.id,
        at: message.at,
        to: { name: to.name, address },
        subject,
        text: channel === 'sms' ? (short ?? subject) : text,
      });
      return undefined;
    } catch (error) {
      // Words of a mail server may hold the address: only its code goes on.
      return error instanceof SendError ? error : new SendError(`${channel}-failed`);
    }
  }
}
