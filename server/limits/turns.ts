/** One at a time, and of those who wait the next person, not the next piece: whoever asks for much waits for their own. */

export class Turns {
  readonly #most: number;
  readonly #full: () => Error;
  /** In the order of their next turn; each person's own pieces in the order they came. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #busy = false;

  /** @param most pieces of one person that wait @param full what who wants more is told */
  constructor(most: number, full: () => Error) {
    this.#most = most;
    this.#full = full;
  }

  /** @throws what `full` makes, and nothing is done */
  async run<T>(who: string, work: () => Promise<T>): Promise<T> {
    await this.#turn(who);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(who: string): Promise<void> | undefined {
    if (!this.#busy) {
      this.#busy = true;
      return undefined;
    }
    const mine = this.#waiting.get(who) ?? [];
    if (mine.length >= this.#most) throw this.#full();
    return new Promise((begin) => {
      mine.push(begin);
      this.#waiting.set(who, mine);
    });
  }

  /** The turn is handed on, so that nobody slips in between. */
  #next(): void {
    const [who, pieces] = this.#waiting.entries().next().value ?? [];
    const begin = pieces?.shift();
    if (who === undefined || !pieces || !begin) {
      this.#busy = false;
      return;
    }
    this.#waiting.delete(who);
    if (pieces.length) this.#waiting.set(who, pieces);
    begin();
  }
}
