/**
 * Saves a while after the last edit, and again by itself after a failure that may pass. Owns the timing and the state;
 * what is saved, and what a conflict means to the resident, is the form's.
 */
import { CountyError } from './county-error.ts';

/**
 * `waiting` edits not yet sent · `saving` · `saved` · `retrying` failed, tries again by itself ·
 * `refused` the county app does not take it (`error` says why): nothing more is sent before `resume`.
 */
export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'retrying' | 'refused';

export interface AutosaveOptions {
  /** Sends what is not yet saved. Rejects with `CountyError`. */
  readonly save: (options: { readonly keepalive: boolean }) => Promise<void>;
  readonly changed: (state: SaveState, error?: CountyError) => void;
  /** Milliseconds after the last edit; at most `longest` after the first. */
  readonly delay?: number;
  readonly longest?: number;
  /** Milliseconds before the first repetition; doubled each time, up to `slowest`. */
  readonly retry?: number;
  readonly slowest?: number;
}

export class Autosave {
  state: SaveState = 'idle';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstEdit = 0;
  #failures = 0;
  #running: Promise<void> | undefined;
  #again = false;
  /** Why the last was refused: what was typed, and that can be typed anew. */
  #tooLong = false;
  readonly #options: Required<AutosaveOptions>;

  constructor(options: AutosaveOptions) {
    this.#options = { delay: 1000, longest: 10_000, retry: 2000, slowest: 30_000, ...options };
  }

  /** Whether leaving now would lose an edit. */
  get unsaved(): boolean {
    return this.state !== 'idle' && this.state !== 'saved';
  }

  start(): void {
    addEventListener('online', this.#hurry);
    addEventListener('pagehide', this.#leave);
    addEventListener('beforeunload', this.#warn);
    document.addEventListener('visibilitychange', this.#leave);
  }

  stop(): void {
    clearTimeout(this.#timer);
    removeEventListener('online', this.#hurry);
    removeEventListener('pagehide', this.#leave);
    removeEventListener('beforeunload', this.#warn);
    document.removeEventListener('visibilitychange', this.#leave);
  }

  /** An edit. Cheap: it is called for each key. What was too long may be shorter now. */
  touch(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    // What waits for its repetition is sent with the rest then: typing must not hurry a server that is down.
    if ((this.state === 'refused' && !this.#tooLong) || this.state === 'retrying') return;
    const now = Date.now();
    if (this.state !== 'waiting') {
      this.#firstEdit = now;
      this.#become('waiting');
    }
    this.#schedule(Math.max(0, Math.min(this.#options.delay, this.#firstEdit + this.#options.longest - now)));
  }

  /** Saves now what there is; resolves when it is done, well or not. */
  async flush(keepalive = false): Promise<void> {
    while (this.#running) await this.#running;
    if (this.unsaved && this.state !== 'refused') await this.#run(keepalive);
  }

  /** After a refusal was dealt with. `unsaved`: there is still something to send. */
  resume(unsaved: boolean): void {
    this.#failures = 0;
    this.#become(unsaved ? 'waiting' : 'idle');
    if (unsaved) this.#schedule(0);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(false), delay);
  }

  #run(keepalive: boolean): Promise<void> {
    return (this.#running ??= this.#once(keepalive).finally(() => {
      this.#running = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.touch();
    }));
  }

  async #once(keepalive: boolean): Promise<void> {
    clearTimeout(this.#timer);
    this.#become('saving');
    try {
      await this.#options.save({ keepalive });
      this.#failures = 0;
      this.#become('saved');
    } catch (error) {
      if (!(error instanceof CountyError)) throw error;
      this.#tooLong = error.status === 413;
      if (!error.passing) return this.#become('refused', error);
      const delay = Math.min(this.#options.retry * 2 ** this.#failures, this.#options.slowest);
      this.#failures += 1;
      this.#become('retrying', error);
      this.#schedule(delay);
    }
  }

  #become(state: SaveState, error?: CountyError): void {
    this.state = state;
    this.#options.changed(state, error);
  }

  #hurry = (): void => {
    if (this.state === 'retrying') this.#schedule(0);
  };

  #leave = (): void => {
    if (document.visibilityState === 'hidden' && (this.state === 'waiting' || this.state === 'retrying'))
      void this.flush(true);
  };

  #warn = (event: BeforeUnloadEvent): void => {
    if (this.unsaved) event.preventDefault();
  };
}
