/** One queue of what happens when. The clock stands still while somebody acts, and is moved by hand to whoever is next. */

/** Somebody's doing: what is yielded are the milliseconds until they go on. */
export type Doing = AsyncGenerator<number, void, void>;

interface Entry {
  readonly at: number;
  /** Of two at one time, who was entered first. */
  readonly no: number;
  readonly doing: Doing;
}

export class Agenda {
  #now: number;
  #no = 0;
  /** A heap: each is no later than the two below it. */
  readonly #heap: Entry[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now = (): Date => new Date(this.#now);

  enter(at: number, doing: Doing): void {
    const heap = this.#heap;
    heap.push({ at, no: (this.#no += 1), doing });
    for (let here = heap.length - 1; here > 0;) {
      const above = (here - 1) >> 1;
      if (!this.#before(here, above)) return;
      this.#swap(here, above);
      here = above;
    }
  }

  async run(): Promise<void> {
    for (let entry = this.#take(); entry; entry = this.#take()) {
      this.#now = Math.max(this.#now, entry.at);
      const { done, value } = await entry.doing.next();
      if (!done) this.enter(this.#now + value, entry.doing);
    }
  }

  #take(): Entry | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || first === last) return first;
    heap[0] = last;
    for (let here = 0; ;) {
      const next = [2 * here + 1, 2 * here + 2]
        .filter((below) => below < heap.length)
        .reduce((least, below) => (this.#before(below, least) ? below : least), here);
      if (next === here) return first;
      this.#swap(here, next);
      here = next;
    }
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one]!, this.#heap[other]!];
    return a.at === b.at ? a.no < b.no : a.at < b.at;
  }

  #swap(one: number, other: number): void {
    [this.#heap[one], this.#heap[other]] = [this.#heap[other]!, this.#heap[one]!];
  }
}
