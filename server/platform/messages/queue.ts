/**
 * Puts a message into the outbox, as a step of the plan that it tells of: what is not written down is not told, and the
 * other way round. Sending is `sender.ts`.
 */
import type { Envelope } from '../../crypto/epochs.ts';
import { after } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { MessageChannel, MessageKind, Step } from '../storage.ts';
import type { Transports } from './transport.ts';

export interface Recipient {
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** Words of a message; made by `texts/`. */
export interface MessageWords {
  /** One line; it shows on a locked screen, so no more than the service's name. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** What an SMS says; the subject when absent. */
  readonly short?: string;
}

export interface MessageContent extends MessageWords {
  readonly to: Recipient;
  /** For the records that show a notice beside its transaction. */
  readonly about?: {
    readonly service: string;
    readonly datasets: readonly { readonly id: string; readonly name: string }[];
  };
}

export interface NewMessage extends MessageContent {
  readonly kind: MessageKind;
  /** The transaction that it tells of: event 340 is written there. */
  readonly txId?: string;
  readonly at: Date;
  /** No try after this; `messageGiveUp` after `at` when absent. */
  readonly until?: Date;
}

type Needs = Pick<Platform, 'keys' | 'transports'>;

/** By e-mail and by SMS, each where the person has the address and the platform the means. */
export async function queueMessage(platform: Needs, message: NewMessage): Promise<Step> {
  const { kind, txId, at, until = after(at, 'messageGiveUp'), to, subject, text, short, about } = message;
  const id = newId();
  const content: MessageContent = { to, subject, text, short, about };
  return {
    step: 'queue-message',
    message: {
      id,
      txId,
      kind,
      at,
      until,
      channels: channelsTo(platform, to),
      content: await seal(platform, id, content, at),
    },
  };
}

/** The local outbox takes both. */
export const isLocal = (transports: Transports | undefined): transports is undefined => transports === undefined;

function channelsTo({ transports }: Needs, { email, mobile }: Recipient): readonly MessageChannel[] {
  const channels: MessageChannel[] = [];
  if (email && (isLocal(transports) || transports.email)) channels.push('email');
  if (mobile && (isLocal(transports) || transports.sms)) channels.push('sms');
  return channels;
}

const seal = (platform: Needs, id: string, content: MessageContent, at: Date): Promise<Envelope> =>
  platform.keys.epochs.sealNow(Buffer.from(JSON.stringify(content), 'utf8'), `message ${id}`, at);

/** → undefined when it was sent, or its time is over. */
export async function openMessage(
  platform: Pick<Platform, 'keys'>,
  { id, content }: { readonly id: string; readonly content?: Envelope },
): Promise<MessageContent | undefined> {
  const bytes = content && (await platform.keys.epochs.open(content, `message ${id}`));
  return bytes && (JSON.parse(bytes.toString('utf8')) as MessageContent);
}
