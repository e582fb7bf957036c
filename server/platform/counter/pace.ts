/** Answers at whole multiples of a step: how long the work took tells nothing of what it found. */
import { setTimeout as wait } from 'node:timers/promises';

/** @param stepMs 0 = at once */
export async function paced<T>(work: () => Promise<T>, stepMs: number): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    if (stepMs > 0) {
      const spent = performance.now() - begun;
      await wait(Math.ceil(spent / stepMs) * stepMs - spent);
    }
  }
}
