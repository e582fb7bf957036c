/** Drawing from a seed: the same seed gives the same draws, on any machine. Splitmix32; not for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 0 ≤ x < 2³². */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  /** Whole numbers, both ends included. */
  between(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability * 0x1_0000_0000;
  }

  pick<T>(list: readonly T[]): T {
    if (!list.length) throw new RangeError('nothing to pick from');
    return list[this.next() % list.length]!;
  }

  digits(count: number): string {
    let text = '';
    while (text.length < count) text += String(this.next() % 10);
    return text;
  }
}

/** A seed out of a name (an id, a dataset): FNV-1a. */
export const seedOf = (name: string, start = 0): number => {
  let hash = 0x811c9dc5 ^ start;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
};
