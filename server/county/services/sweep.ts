/** Ends what is past its time. Run it every few minutes; reads refuse expired things whether or not it has been by. */
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { sendReceipts } from '../receipts/send-receipt.ts';
import { eraseOfficialPlan } from './drafts.ts';
import { resumeTransfers } from './fetch-package.ts';

export async function sweep(county: County): Promise<void> {
  const { storage, clock } = county;
  const now = clock.now();
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString();
  const expired = await storage.expiredOfficials(now.toISOString());
  for (const official of expired) {
    await storage.commit(eraseOfficialPlan(county, official, await storage.transfer(official.txId)));
  }
  await storage.commit([
    {
      step: 'erase-expired',
      now: now.toISOString(),
      recordsBefore: before(lifetimes.transferRecord.ms),
    },
    {
      step: 'forget-staff-records',
      now: now.toISOString(),
      sessionsIdleBefore: before(lifetimes.staffIdle.ms),
      sessionsBefore: before(lifetimes.staffWhole.ms),
      actionsBefore: before(lifetimes.staffAction.ms),
    },
    { step: 'forget-notices', readBefore: before(lifetimes.staffAction.ms) },
    { step: 'forget-cases', openedBefore: before(lifetimes.counterCaseKept.ms) },
  ]);
  await county.limiter.sweep();
  await resumeTransfers(county, now);
  await sendReceipts(county);
  await county.epochs.destroyOld(now, lifetimes.storedData.ms);
  await storage.scrub();
  if (expired.length) county.log.info({ erased: expired.length }, 'received values past their time erased');
}
