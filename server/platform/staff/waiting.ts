/** How much waits for a reviewer; the pages of it are the register's. */
import type { Platform } from '../platform.ts';
import { stateAt } from '../registry/phases.ts';

/** Services with a decision to be made as of now, and organisations that applied: how many, not which. */
export async function waitingServices({
  storage,
  clock,
}: Pick<Platform, 'storage' | 'clock'>): Promise<{ readonly services: number; readonly organisations: number }> {
  const now = clock.now();
  const [services, organisations] = await Promise.all([storage.registeredServices(), storage.organisations()]);
  const waits = services
    .map(({ state }) => stateAt(state, now))
    .filter(
      ({ phase, proposed, announced }) =>
        phase === 'applied' ||
        phase === 'live-requested' ||
        proposed !== undefined ||
        (announced?.what === 'change' && !announced.agreed),
    );
  return {
    services: waits.length,
    organisations: organisations.filter(({ state }) => state === 'applied').length,
  };
}
