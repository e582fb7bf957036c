/**
 * Asks again until a transfer is no longer on its way: when the county app tells of news, and besides ever more slowly by
 * time, for events that do not get through. Owns the timing only.
 */
export interface TransferPollOptions {
  /** → whether to ask once more. A rejection counts as yes. */
  readonly look: (signal: AbortSignal) => Promise<boolean>;
  /** Address of server-sent events `transfer`; their content does not matter here. */
  readonly events?: string;
  /** Milliseconds before the first look; times 1.5 each time, up to `slowest`, or four times that while events come. */
  readonly first?: number;
  readonly slowest?: number;
}

export class TransferPoll {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;
  #source?: EventSource;

  readonly #options: TransferPollOptions;

  constructor(options: TransferPollOptions) {
    this.#options = options;
  }

  start(): void {
    if (this.#abort) return;
    const { first = 1000, slowest = 15_000, look, events } = this.#options;
    const { signal } = (this.#abort = new AbortController());
    let delay = first;
    let asking = false;
    const next = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(ask, delay);
      delay = Math.min(delay * 1.5, this.#source?.readyState === 1 ? 4 * slowest : slowest);
    };
    const ask = async (): Promise<void> => {
      if (asking) return;
      asking = true;
      const more = await look(signal).catch(() => true);
      asking = false;
      if (signal.aborted) return;
      if (more) next();
      else this.stop();
    };
    if (events) {
      this.#source = new EventSource(events);
      this.#source.addEventListener('transfer', () => {
        // Whatever this look may miss, e.g. while a save is being answered, the next ones soon see.
        delay = first;
        void ask();
      });
    }
    next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#source?.close();
    this.#abort = this.#source = undefined;
  }
}
