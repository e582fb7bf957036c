/**
 * The SP-API says that nothing will come. Anybody who knows the `tx_id` can say so, and it stands in the address bar; only
 * the platform's own word ends the transfer. While the platform does not say it either, the transfer stays as it is: the
 * resident who comes back brings the code too.
 */
import { call } from '../../calls/call.ts';
import { jsonOf } from '../../calls/json.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { CountyStep, TransferRow } from '../storage.ts';

/** A minute in all: the platform ends the transaction when it has heard our answer. */
const waits = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

/** `txid_status`: datasets failed, or the platform gave up. */
const failed = new Set(['206', '400', '403', '410', '501', '504']);

/** @param steps what belongs to the transfer's end, once it is certain */
export async function confirmFailure(
  county: County,
  { txId, draftId, service }: TransferRow,
  steps: (at: string) => readonly CountyStep[],
): Promise<void> {
  for (const wait of waits) {
    if (wait) await county.wait(wait);
    if (county.closing.aborted) return;
    if ((await county.storage.transfer(txId))?.state !== 'started') return;
    if (!(await saysFailed(county, txId))) continue;
    await county.storage.commit([...steps(county.clock.now().toISOString())]);
    county.changes.tell(draftId);
    return;
  }
  county.log.warn({ tx: txId, service, event: 290 }, 'failure that the platform does not confirm');
}

async function saysFailed({ fetch, config }: County, txId: string): Promise<boolean> {
  const outcome = await call(fetch, `${config.platformUrl}/service/txid_status`, {
    to: 'partner',
    headers: { tx_id: txId },
    timeout: lifetimes.platformAnswer.ms,
    size: 4096,
  });
  // Sent as a text by some and as a number by others.
  return outcome.kind === 'answer' && outcome.status === 200 && failed.has(String(jsonOf(outcome)?.['code']));
}
