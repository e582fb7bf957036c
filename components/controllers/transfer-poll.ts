/** Asks again, ever more slowly, until a transfer is no longer on its way. Owns the timing only. */
export interface TransferPollOptions {
  /** → whether to ask once more. A rejection counts as yes. */
  readonly look: (signal: AbortSignal) => Promise<boolean>;
  /** Milliseconds before the first look; times 1.5 each time, up to `slowest`. */
  readonly first?: number;
  readonly slowest?: number;
}

export class TransferPoll {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort: AbortController | undefined;

  constructor(private readonly options: TransferPollOptions) {}

  start(): void {
    if (this.abort) return;
    const { first = 1000, slowest = 15_000, look } = this.options;
    const abort = (this.abort = new AbortController());
    let delay = first;
    const next = (): void => {
      this.timer = setTimeout(async () => {
        const more = await look(abort.signal).catch(() => true);
        if (abort.signal.aborted) return;
        delay = Math.min(delay * 1.5, slowest);
        if (more) next();
        else this.stop();
      }, delay);
    };
    next();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.abort?.abort();
    this.abort = undefined;
  }
}
