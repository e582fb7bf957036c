/**
 * Tells the platform what became of a fetched package (`DELETE /service/data`), until it has heard it. The platform keeps its
 * copy for a repetition of the fetch that long, and no longer: saying so erases it.
 */
import { call } from '../../calls/call.ts';
import { after, lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { Delivery } from '../journeys/delivery.ts';
import type { CountyStep } from '../storage.ts';

interface Receipt {
  readonly ticket: string;
  readonly fetchId: string;
  /** Otherwise it is not used, e.g. because it does not verify. */
  readonly stored: boolean;
}

/** For the plan that settles the transfer. None where the platform keeps nothing. */
export async function receiptFor(
  county: County,
  txId: string,
  { ticket, fetchId }: Pick<Delivery, 'ticket' | 'fetchId'>,
  stored: boolean,
): Promise<readonly CountyStep[]> {
  if (fetchId === undefined) return [];
  const now = county.clock.now();
  const receipt: Receipt = { ticket, fetchId, stored };
  return [
    {
      step: 'queue-receipt',
      receipt: {
        txId,
        content: await county.epochs.sealNow(Buffer.from(JSON.stringify(receipt)), `receipt:${txId}`, now),
        at: now.toISOString(),
        until: after(now, 'storedData').toISOString(),
      },
    },
  ];
}

const { receiptRetryFirst, receiptRetryMost } = lifetimes;

/** One try; the sweep goes on where nobody listens. */
export async function sendReceipt(county: County, txId: string): Promise<void> {
  const { storage, clock, epochs } = county;
  const row = await storage.receipt(txId);
  const now = clock.now();
  if (!row || row.at > now.toISOString()) return;
  const bytes = row.until > now.toISOString() ? await epochs.open(row.content, `receipt:${txId}`) : undefined;
  const finish: CountyStep = { step: 'finish-receipt', txId };
  if (!bytes) return void (await storage.commit([finish]));
  if (await heard(county, JSON.parse(bytes.toString('utf8')) as Receipt)) return void (await storage.commit([finish]));
  const wait = Math.min(receiptRetryFirst.ms * 2 ** Math.min(row.tries, 20), receiptRetryMost.ms);
  const at = new Date(clock.now().getTime() + wait).toISOString();
  await storage.commit([{ step: 'put-off-receipt', txId, at }]);
}

/** All that are due; to be called at the start and every few minutes. */
export async function sendReceipts(county: County): Promise<void> {
  for (const { txId } of await county.storage.receiptsDue(county.clock.now().toISOString()))
    county.jobs.start('send-receipt', () => sendReceipt(county, txId));
}

async function heard(county: County, { ticket, fetchId, stored }: Receipt): Promise<boolean> {
  const outcome = await call(county.fetch, `${county.config.platformUrl}/service/data`, {
    to: 'partner',
    method: 'DELETE',
    headers: { permission_ticket: ticket, fetch_id: fetchId, stored: stored ? 'yes' : 'no' },
    timeout: lifetimes.platformAnswer.ms,
    size: 0,
  });
  // A platform that does not know the word (404, 405) keeps nothing either; what it refuses once it refuses again.
  return outcome.kind === 'answer' && outcome.status < 500 && outcome.status !== 429;
}
