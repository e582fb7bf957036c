/**
 * The SP-API says that nothing will come. Anybody who knows the `tx_id` can say so, and it stands in the address bar; only
 * the platform's own word ends the transfer. While the platform does not say it either, the transfer stays as it is: the
 * resident who comes back brings the code too.
 */
import type { County } from '../county.ts';
import type { CountyStep, TransferRow } from '../storage.ts';
import { transactionStatus } from './txid-status.ts';

/** A minute in all: the platform ends the transaction when it has heard our answer. */
const waits = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000];

/** @param steps what belongs to the transfer's end, once it is certain; `code` is the platform's */
export async function confirmFailure(
  county: County,
  { txId, draftId, service }: TransferRow,
  steps: (at: string, code: number) => readonly CountyStep[],
): Promise<void> {
  for (const wait of waits) {
    if (wait) await county.wait(wait);
    if (county.closing.aborted) return;
    if ((await county.storage.transfer(txId))?.state !== 'started') return;
    const status = await transactionStatus(county, txId);
    if (status.kind !== 'ended') continue;
    await county.storage.commit([...steps(county.clock.now().toISOString(), status.code)]);
    county.changes.tell(draftId);
    return;
  }
  county.log.warn({ tx: txId, service, event: 290 }, 'failure that the platform does not confirm');
}
