/** What carries a message out of the house; `adapters/mail` and `adapters/sms` are the real ones. */
import type { MessageChannel } from '../storage.ts';

export interface Outgoing {
  /** The same on every try, so that a receiver may know a message that it has already. */
  readonly id: string;
  /** When it was queued. */
  readonly at: Date;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text; for an SMS the short one. */
  readonly text: string;
}

/** Resolves when the other side has taken the message. @throws SendError */
export type Transport = (message: Outgoing) => Promise<void>;

/** What is set up. Where there is no such object at all, the test environment keeps messages in its own outbox. */
export type Transports = { readonly [Channel in MessageChannel]?: Transport };

export class SendError extends Error {
  /**
   * @param code short and without personal data, e.g. `smtp-451`, `sms-timeout`
   * @param final trying again is no use: the address itself is refused
   */
  constructor(
    readonly code: string,
    readonly final = false,
  ) {
    super(code);
    this.name = 'SendError';
  }
}
