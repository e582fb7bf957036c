/** What time does in the staff area: old sessions and records go, audits become due. */
import { lifetimes, type LifetimeName } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import { audited, expectedAudits } from './audits.ts';

/** Call it every minute; it may run at any time and twice. */
export async function sweepStaff(platform: Platform): Promise<void> {
  const { storage, clock } = platform;
  const now = clock.now();
  const ago = (name: LifetimeName): Date => new Date(now.getTime() - lifetimes[name].ms);
  await storage.commit([
    {
      step: 'forget-staff-records',
      now,
      sessionsIdleBefore: ago('staffIdle'),
      sessionsBefore: ago('staffWhole'),
      actionsBefore: ago('staffAction'),
      auditsBefore: ago('auditRecord'),
      maintenancesBefore: ago('transferRecord'),
    },
    ...expectedAudits(await audited(platform), now),
  ]);
}
