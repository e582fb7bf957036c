/** One after the other: an older answer of the register must not be written over a newer one. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve();
  #shared?: { readonly done: Promise<void>; readonly at: number; over: boolean };

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** The same for all who ask while it is done, however long that takes, or so many milliseconds after it began. */
  share(work: () => Promise<void>, now: Date, ms: number): Promise<void> {
    const known = this.#shared;
    if (known && (!known.over || now.getTime() - known.at < ms)) return known.done;
    const shared = { done: this.take(work), at: now.getTime(), over: false };
    const over = (): void => void (shared.over = true);
    shared.done.then(over, over);
    this.#shared = shared;
    return shared.done;
  }
}
