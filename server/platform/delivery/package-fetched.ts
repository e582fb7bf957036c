/** What belongs to a package that its service provider has: the copy goes, it is recorded, and the resident is told. */
import { event } from '../log/events.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import type { Step } from '../storage.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { transferNotice } from '../consent/notice.ts';

/** → the steps, for the plan that spends the ticket or confirms the fetch */
export async function packageFetched(
  platform: Platform,
  {
    txId,
    client,
    resources,
    secret,
    at,
  }: {
    readonly txId: string;
    readonly client: Client;
    readonly resources: readonly string[];
    readonly secret: TicketSecret;
    readonly at: Date;
  },
): Promise<readonly Step[]> {
  const { recipient } = secret;
  return [
    { step: 'delete-packages', txId },
    event(txId, 'service provider fetched', at),
    event(txId, 'platform deleted', at),
    await transferNotice(platform, 'delivered', { recipient, client, resources, txId, at }),
  ];
}
