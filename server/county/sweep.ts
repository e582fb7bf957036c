/** Ends what is past its time. Run it every few minutes; reads refuse expired things whether or not it has been by. */
import { setImmediate as turn } from 'node:timers/promises';
import { lifetimes } from '../lifetimes.ts';
import type { County } from './county.ts';
import { sendReceipts } from './receipts/send-receipt.ts';
import { awaitDeliveries } from './journeys/await-delivery.ts';
import { eraseOfficialPlan } from './drafts/drafts.ts';
import { resumeTransfers } from './journeys/fetch-package.ts';

/** So many at a time: files are overwritten as they go, and requests get their turn in between. */
const batch = 50;
/** What is left after so many is for the next sweep. */
const mostBatches = 200;

async function eraseExpired(storage: County['storage'], now: string, recordsBefore: string): Promise<void> {
  for (let no = 0; no < mostBatches && (await storage.anyExpired(now, recordsBefore)); no += 1) {
    await storage.commit([{ step: 'erase-expired', now, recordsBefore, most: batch }]);
    await turn();
  }
}

/**
 * Received values past their eight hours, each with its record; drafts, staff sessions, cases and records past theirs;
 * old keys. Takes up transfers and receipts that were left.
 */
export async function sweep(county: County): Promise<void> {
  const { storage, clock } = county;
  const now = clock.now();
  const ago = (ms: number): Date => new Date(now.getTime() - ms);
  const before = (ms: number): string => ago(ms).toISOString();
  const expired = await storage.expiredOfficials(now.toISOString());
  for (const official of expired) {
    await storage.commit(eraseOfficialPlan(county, official, await storage.transfer(official.txId)));
  }
  await eraseExpired(storage, now.toISOString(), before(lifetimes.transferRecord.ms));
  await storage.commit([
    {
      step: 'forget-staff-records',
      now,
      sessionsIdleBefore: ago(lifetimes.staffIdle.ms),
      sessionsBefore: ago(lifetimes.staffWhole.ms),
      actionsBefore: ago(lifetimes.staffAction.ms),
    },
    { step: 'forget-notices', readBefore: before(lifetimes.staffAction.ms) },
    { step: 'forget-cases', openedBefore: before(lifetimes.counterCaseKept.ms) },
  ]);
  await county.limiter.sweep();
  await county.space.watch();
  await resumeTransfers(county, now);
  await awaitDeliveries(county);
  await sendReceipts(county);
  await county.epochs.destroyOld(now, lifetimes.storedData.ms);
  await storage.scrub();
  if (expired.length) county.log.info({ erased: expired.length }, 'received values past their time erased');
}
