/** Tells a resident of a use of their data: who, which service, which datasets, when (手冊 附件二). The words: `messages/texts/`. */
import { queueMessage, type MessageWords, type Recipient } from '../messages/queue.ts';
import type { Setting } from '../messages/texts/letter.ts';
import {
  deliveredText,
  expiredText,
  failedText,
  readyText,
  unconfirmedText,
  waitingText,
  withdrawnText,
  type TransferFacts,
} from '../messages/texts/transfer.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import type { Step } from '../storage.ts';

export type TransferNotice = 'delivered' | 'waiting' | 'ready' | 'expired' | 'failed' | 'unconfirmed' | 'withdrawn';

const texts: Readonly<Record<TransferNotice, (setting: Setting, of: TransferFacts) => MessageWords>> = {
  delivered: deliveredText,
  waiting: waitingText,
  ready: readyText,
  expired: expiredText,
  failed: failedText,
  unconfirmed: unconfirmedText,
  withdrawn: withdrawnText,
};

/** What every letter of this platform says of itself; in the test environment, that all data is invented. */
export const letterSetting = ({ config }: Pick<Platform, 'config'>): Setting => ({
  publicUrl: config.publicUrl,
  test: config.environment === 'test',
});

/** A step for the plan that does what the notice tells. @param minutes of preparation, for `waiting`; withdraw address to take the consent back at, for `waiting` */
export async function transferNotice(
  platform: Platform,
  kind: TransferNotice,
  {
    recipient,
    client,
    resources,
    txId,
    at,
    minutes,
    withdraw,
  }: {
    readonly recipient: Recipient;
    readonly client: Pick<Client, 'name'>;
    readonly resources: readonly string[];
    readonly txId: string;
    readonly at: Date;
    readonly minutes?: number;
    readonly withdraw?: string;
  },
): Promise<Step> {
  const datasets = resources.map((id) => ({ id, name: platform.datasets.get(id)?.name['zh-Hant'] ?? id }));
  const facts = {
    name: recipient.name,
    service: client.name,
    datasets: datasets.map(({ name }) => name),
    at,
    minutes,
    withdraw,
  };
  return queueMessage(platform, {
    kind,
    txId,
    at,
    to: { name: recipient.name, email: recipient.email, mobile: recipient.mobile },
    ...texts[kind](letterSetting(platform), facts),
    about: { service: client.name, datasets },
  });
}
