/**
 * Expensive work, a few at a time. scrypt runs in the pool of four threads that also reads files and looks up names: two of
 * them stay free. Who finds the queue full is refused before any of the work is done.
 */
import { HttpError } from '../http/errors.ts';

export interface Bounds {
  readonly atOnce: number;
  /** More than so many do not wait. */
  readonly waiting: number;
}

export class Bounded {
  readonly #bounds: Bounds;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** @throws 503 `busy`, and nothing is done */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#bounds.atOnce && this.#waiting.length >= this.#bounds.waiting) throw busy();
    return this.wait(work);
  }

  /** For work that was asked for by ourselves, or by somebody who proved who they are: it waits, however many there are. */
  async wait<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#bounds.atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

const retrySeconds = 5;

const busy = (): HttpError =>
  new HttpError(
    503,
    'busy',
    {
      'zh-Hant': `現在同時登入的人太多，沒有處理這一次。請 ${retrySeconds} 秒後再試。`,
      en: `Too many are signing in right now; nothing was done. Please try again in ${retrySeconds} seconds.`,
    },
    { 'retry-after': String(retrySeconds) },
  );
