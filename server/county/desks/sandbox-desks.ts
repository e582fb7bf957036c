/** Invented desks of the test environment: four in each office that has had none yet. */
import type { County } from '../county.ts';

const places = ['一樓服務臺', '一樓服務臺', '一樓服務臺', '二樓聯合服務中心'];

/** May run at every start. */
export async function seedDesks({ storage, clock }: Pick<County, 'storage' | 'clock'>): Promise<void> {
  const known = new Set((await storage.desks()).map(({ office }) => office));
  const enrolledAt = clock.now();
  for (const { id: office, closedAt } of await storage.offices())
    if (closedAt === undefined && !known.has(office))
      await storage.commit(
        places.map((place, index) => ({
          step: 'enrol-desk',
          desk: { id: `sandbox-${office}-${index + 1}`, office, number: index + 1, place, enrolledAt },
        })),
      );
}
