/** The queue as the outbox page and its JSON show it; the test environment only, where all people are invented. */
import type { Platform } from '../platform.ts';
import type { Message, MessageChannel } from '../storage.ts';
import { openMessage, type MessageContent } from './queue.ts';

export interface OutboxMessage extends Pick<
  Message,
  'id' | 'kind' | 'state' | 'tries' | 'channels' | 'sentBy' | 'failure'
> {
  readonly at: string;
  /** When it is tried again. */
  readonly nextAt?: string;
  /** The first of `channels`, and the address there; both absent when the words are deleted. */
  readonly channel?: MessageChannel;
  readonly to?: string;
  readonly email?: string;
  readonly mobile?: string;
  readonly subject?: string;
  readonly text?: string;
  /** The SMS. */
  readonly short?: string;
  readonly service?: string;
  readonly datasets?: readonly { readonly id: string; readonly name: string }[];
}

/** Newest first. */
export async function outbox(platform: Platform, limit = 100): Promise<readonly OutboxMessage[]> {
  const rows = await platform.storage.messages(limit);
  return Promise.all(rows.map(async (row) => ({ ...stateOf(row), ...wordsOf(row, await openMessage(platform, row)) })));
}

const stateOf = ({ id, kind, at, state, tries, channels, sentBy, failure, nextAt }: Message): OutboxMessage => ({
  id,
  kind,
  at: at.toISOString(),
  state,
  tries,
  channels,
  sentBy,
  failure,
  nextAt: state === 'waiting' ? nextAt.toISOString() : undefined,
});

function wordsOf({ channels }: Message, content: MessageContent | undefined): Partial<OutboxMessage> {
  if (!content) return {};
  const { to, subject, text, short, about } = content;
  const [channel] = channels;
  const { email, mobile } = to;
  return { channel, to: channel === 'sms' ? mobile : email, email, mobile, subject, text, short, ...about };
}
