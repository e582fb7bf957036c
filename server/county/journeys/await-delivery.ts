/**
 * The browser came back with 200, and the SP-API was not called. The call comes before the browser does, so it may be a
 * moment late at most; what then became of it the platform knows. Nobody waits the two hours of a journey for it.
 */
import type { County } from '../county.ts';
import type { FailCode, TransferRow } from '../storage.ts';
import { transactionStatus, type TransactionStatus } from './txid-status.ts';

/** Half a minute in all. */
const waits = [2_000, 4_000, 8_000, 16_000];

/** Without waiting for it; twice for one transaction is once. */
export function awaitDelivery(county: County, transfer: TransferRow): void {
  const { txId } = transfer;
  county.jobs.start('await-delivery', () => untilCalled(county, transfer), `await-delivery ${txId}`);
}

/** At the start, and with each sweep: what a former life of this process, or another, left. */
export async function awaitDeliveries(county: County): Promise<void> {
  for (const transfer of await county.storage.uncalledTransfers()) awaitDelivery(county, transfer);
}

async function untilCalled(county: County, transfer: TransferRow): Promise<void> {
  const { txId } = transfer;
  let last: TransactionStatus = { kind: 'no-answer' };
  for (const wait of waits) {
    await county.wait(wait);
    if (county.closing.aborted) return;
    if ((await county.storage.transfer(txId))?.state !== 'started') return;
    last = await transactionStatus(county, txId);
    // The platform's own word that nothing will come.
    if (last.kind === 'ended') return end(county, transfer, last.code, last.kind);
  }
  await end(county, transfer, 'not-called', last.kind);
}

async function end(county: County, transfer: TransferRow, code: FailCode, status: string): Promise<void> {
  const { txId, draftId, service, person } = transfer;
  const at = county.clock.now().toISOString();
  const settled = await county.storage.commit([
    { step: 'fail-transfer', txId, from: 'started', code, at },
    {
      step: 'record-transfer',
      record: {
        at,
        event: 290,
        txId,
        service,
        counterpart: 'platform',
        person,
        ok: false,
        detail: `${code}: ${status}`,
      },
    },
  ]);
  // The call came after all.
  if (!settled.ok) return;
  county.changes.tell(draftId);
  county.log.warn({ tx: txId, service, event: 290, code, status }, 'SP-API not called although the resident came back');
}
