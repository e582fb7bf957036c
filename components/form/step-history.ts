/**
 * The browser's Back and Forward as the way through the steps, and the step kept through a reload. Owns the entries that the
 * form adds: each holds the id of a step, never an answer, and the address stays as it is.
 */

/** Ours in `history.state`; the host's own state stays beside it. */
interface Entry {
  /** Id of the form: an entry of another one says nothing here. */
  readonly form: string;
  readonly step: string;
  /** How many entries this form has added before, at least: a link to a part of the page adds some that are not ours. */
  readonly depth: number;
}

/** How long going back through the entries may take, in ms. */
const patience = 500;

export class StepHistory {
  #rewinding = false;
  /** Of our latest entry, for when one follows that is not ours. */
  #depth = 0;

  /** `form`: its id. `moved`: the resident went to the entry of this step. */
  constructor(
    private readonly form: () => string,
    private readonly moved: (step: string) => void,
  ) {}

  listen(): void {
    addEventListener('popstate', this.#popped);
  }

  stop(): void {
    removeEventListener('popstate', this.#popped);
  }

  /** Of the entry that the page stands at, e.g. after a reload. */
  get step(): string | undefined {
    return this.#entry?.step;
  }

  /** The entry at hand is of this step. */
  mark(step: string): void {
    this.#depth = this.#entry?.depth ?? this.#depth;
    if (this.step !== step) history.replaceState(this.#stateOf(step), '');
  }

  /** A new entry: the resident went on, or back by a button. */
  push(step: string): void {
    this.#depth = (this.#entry?.depth ?? this.#depth) + 1;
    history.pushState(this.#stateOf(step), '');
  }

  /** Back to before the steps, so that going back from what comes next does not lead into them. */
  async rewind(): Promise<void> {
    this.#rewinding = true;
    for (let depth = this.#entry?.depth ?? 0; depth > 0; depth = this.#entry?.depth ?? 0) {
      const popped = new Promise((done) => {
        addEventListener('popstate', done, { once: true });
        setTimeout(done, patience);
      });
      history.go(-depth);
      await popped;
      if ((this.#entry?.depth ?? 0) >= depth) break;
    }
    this.#rewinding = false;
  }

  get #entry(): Entry | undefined {
    const entry = (history.state as { mydataForm?: Entry } | null)?.mydataForm;
    return entry?.form === this.form() ? entry : undefined;
  }

  #stateOf(step: string) {
    const entry: Entry = { form: this.form(), step, depth: this.#depth };
    return { ...(history.state as object | null), mydataForm: entry };
  }

  #popped = (): void => {
    const entry = this.#entry;
    if (!entry || this.#rewinding) return;
    this.#depth = entry.depth;
    this.moved(entry.step);
  };
}
