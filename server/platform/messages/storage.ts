/** The outbox: e-mail and SMS to people, queued in the plan that they tell of, until they are sent or given up. */
import type { Envelope } from '../../crypto/epochs.ts';
import type { JourneyStep } from '../journey/storage.ts';

export type MessageChannel = 'email' | 'sms';

/** What a message is about; its words: `messages/texts/`. */
export type MessageKind =
  | 'delivered'
  | 'waiting'
  | 'ready'
  | 'expired'
  | 'failed'
  | 'unconfirmed'
  | 'withdrawn'
  | 'downloaded'
  | 'barcode-attacked'
  | 'wrong-tries'
  | 'verification-code'
  | 'barcode-ready'
  | 'delegation'
  | 'staff-invitation'
  | 'service-decision';

export type MessageState = 'waiting' | 'sent' | 'given-up';

/** Why the last try failed, or why no more are made: a short code, never an address or a server's words. */
type MessageFailure = string;

export interface Message {
  readonly id: string;
  /** The transaction that it tells of; event 340 is written there. */
  readonly txId?: string;
  readonly kind: MessageKind;
  readonly at: Date;
  /** No try begins after this. */
  readonly until: Date;
  /** Empty: nobody knows an address. */
  readonly channels: readonly MessageChannel[];
  /** Those of `channels` by which it went out. */
  readonly sentBy: readonly MessageChannel[];
  readonly state: MessageState;
  /** Tries begun. */
  readonly tries: number;
  /** Not before this; a worker that holds the message moves it on, so that nobody else takes it meanwhile. */
  readonly nextAt: Date;
  readonly failure?: MessageFailure;
  readonly doneAt?: Date;
  /** `MessageContent`, sealed as `message <id>`; gone when it was sent, given up, or too old. */
  readonly content?: Envelope;
}

export type MessageStep =
  | {
      readonly step: 'queue-message';
      readonly message: Pick<Message, 'id' | 'txId' | 'kind' | 'at' | 'until' | 'channels'> & {
        readonly content: Envelope;
      };
    }
  /** Only a waiting message that is due, and had as many tries as the worker believes: one worker gets it. */
  | {
      readonly step: 'claim-message';
      readonly id: string;
      readonly tries: number;
      readonly at: Date;
      readonly heldUntil: Date;
    }
  /** The next three only while the claim with this number of tries (its own included) is the latest. */
  | {
      readonly step: 'message-sent';
      readonly id: string;
      readonly tries: number;
      readonly channel: MessageChannel;
    }
  | {
      readonly step: 'retry-message';
      readonly id: string;
      readonly tries: number;
      readonly nextAt: Date;
      readonly failure: MessageFailure;
    }
  | {
      readonly step: 'finish-message';
      readonly id: string;
      readonly tries: number;
      readonly state: 'sent' | 'given-up';
      readonly at: Date;
      readonly failure?: MessageFailure;
      /** The local outbox still shows it. */
      readonly keepContent?: boolean;
    }
  | Extract<JourneyStep, { step: 'forget-old' }>;

export type MessageReason = 'message-claimed';

export interface MessageReads {
  /** Waiting and due, oldest first. */
  messagesDue(at: Date, limit: number): Promise<readonly Message[]>;
  /** Newest first. */
  messages(limit: number): Promise<readonly Message[]>;
  /** Given up, newest first; for the operator. */
  messagesGivenUp(limit: number): Promise<readonly Message[]>;
  message(id: string): Promise<Message | undefined>;
}
