/** Chance from a seed: the same seed is the same week. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** from … to, both whole and included */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** true so often: 0 never, 1 always */
  often(share: number): boolean;
  shuffled<T>(items: readonly T[]): readonly T[];
  /** Of its own, so that nobody's draws depend on who came before. */
  child(): Random;
}

/** mulberry32: small, and good enough for who comes when. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    often: (share) => next() < share,
    shuffled(items) {
      const all = [...items];
      for (let last = all.length - 1; last > 0; last -= 1) {
        const other = whole(0, last);
        [all[last], all[other]] = [all[other]!, all[last]!];
      }
      return all;
    },
    child: () => randomOf(whole(0, 2 ** 32 - 1)),
  };
}
