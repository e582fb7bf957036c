/** Arrivals of strangers, at the times when they would come, whether those before are answered or not. */
import { setImmediate as turn } from 'node:timers/promises';

export interface FloodFigures {
  readonly arrivals: number;
  /** Let in at once. */
  readonly inside: number;
  /** Got a place in the line. */
  readonly places: number;
  /** Anything else. */
  readonly others: number;
  /** From the time when it was due to its answer, of the slowest, and of 99 in 100. */
  readonly slowestMs: number;
  readonly p99Ms: number;
}

export interface FloodOptions {
  readonly arrivals: number;
  readonly withinMs: number;
  /** The n-th. → its answer's status */
  readonly arrive: (n: number) => Promise<number>;
}

/** How many come between two turns of the event loop at most: a socket's reader takes no more at a time either. */
const atOnce = 250;

export async function flood({ arrivals, withinMs, arrive }: FloodOptions): Promise<FloodFigures> {
  const begin = performance.now();
  const waits = new Float64Array(arrivals);
  const counts = { inside: 0, places: 0, others: 0 };
  const pending = new Set<Promise<void>>();
  for (let n = 0; n < arrivals;) {
    const due = Math.min(arrivals, Math.ceil(((performance.now() - begin) / withinMs) * arrivals), n + atOnce);
    for (; n < due; n += 1) {
      const [mine, at] = [n, begin + (n / arrivals) * withinMs];
      const one = arrive(mine).then((status) => {
        waits[mine] = performance.now() - at;
        counts[status === 503 ? 'places' : status === 302 ? 'inside' : 'others'] += 1;
      });
      pending.add(one);
      void one.finally(() => pending.delete(one));
    }
    await turn();
  }
  await Promise.all(pending);
  waits.sort();
  const at = (share: number): number => waits[Math.min(arrivals - 1, Math.floor(arrivals * share))] ?? 0;
  return { arrivals, ...counts, slowestMs: at(1), p99Ms: at(0.99) };
}
