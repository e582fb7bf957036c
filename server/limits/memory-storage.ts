/** A limiter's counts in memory: for tests, and for an app that is one process and may forget. */
import { fits, givenBack, noCount, used, waitFor, endOf, type Count } from './count.ts';
import type { LimitStorage } from './storage.ts';

/** Counts one process alone; after a restart everybody has all tries again. */
export function memoryLimitStorage(): LimitStorage {
  const counts = new Map<string, Count & { readonly end: number }>();
  return {
    async take(uses) {
      const before = new Map(uses.map(({ key }) => [key, counts.get(key)]));
      for (const use of uses) {
        const { key, budget, amount, at } = use;
        const count = counts.get(key) ?? noCount;
        if (!fits(count, budget, amount, at)) {
          for (const [one, old] of before)
            if (old) counts.set(one, old);
            else counts.delete(one);
          return { ok: false, use, waitMs: waitFor(count, budget, amount, at) };
        }
        const after = used(count, budget, amount, at);
        counts.set(key, { ...after, end: endOf(after, budget) });
      }
      return { ok: true };
    },
    async giveBack(uses) {
      for (const { key, budget, amount, at } of uses) {
        const count = counts.get(key);
        if (count) counts.set(key, { ...givenBack(count, budget, amount, at), end: count.end });
      }
    },
    async forget(keys) {
      for (const key of keys) counts.delete(key);
    },
    async wait({ key, budget, amount, at }) {
      return waitFor(counts.get(key) ?? noCount, budget, amount, at);
    },
    async sweep(at) {
      for (const [key, { end }] of counts) if (end <= at) counts.delete(key);
    },
    async close() {},
  };
}
