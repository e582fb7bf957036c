/**
 * The clock of one party in the test environment: real time, and how far it was put ahead of it. It never goes back, and a
 * file beside the party's data keeps it over a restart. Nothing makes one in live.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.ts';
import { systemClock, type Clock } from '../../context.ts';

const day = 24 * 3600;

/** Test certificates and the test CA outlast it; further on their chain would end. */
export const mostAheadSeconds = 5 * 366 * day;

/** Beside the party's database, so that both are backed up and begin anew together. */
export const clockFile = (dataFolder: string): string => join(dataFolder, 'sandbox-clock.json');

/** → 0 where nobody moved it, or nobody can tell */
export async function aheadIn(dataFolder: string): Promise<number> {
  const text = await readFile(clockFile(dataFolder), 'utf8').catch(() => '{}');
  try {
    const { aheadSeconds } = JSON.parse(text) as { readonly aheadSeconds?: unknown };
    return isAhead(aheadSeconds) ? aheadSeconds : 0;
  } catch {
    return 0;
  }
}

/** Whole seconds, from 0 to as long as test certificates are good. */
export const isAhead = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= mostAheadSeconds;

interface Kept {
  readonly real?: Clock;
  readonly aheadSeconds?: number;
  readonly keep?: (aheadSeconds: number) => Promise<void>;
}

const longestTimer = 2 ** 31 - 1;

export class TestClock implements Clock {
  readonly #real: Clock;
  readonly #keep: (aheadSeconds: number) => Promise<void>;
  readonly #waiting = new Set<() => void>();
  #ahead: number;

  constructor({ real = systemClock, aheadSeconds = 0, keep = async () => undefined }: Kept = {}) {
    this.#real = real;
    this.#ahead = aheadSeconds;
    this.#keep = keep;
  }

  static async open(dataFolder: string): Promise<TestClock> {
    return new TestClock({
      aheadSeconds: await aheadIn(dataFolder),
      keep: (aheadSeconds) => writeWhole(clockFile(dataFolder), `${JSON.stringify({ aheadSeconds })}\n`),
    });
  }

  now(): Date {
    return new Date(this.#real.now().getTime() + this.#ahead * 1000);
  }

  get aheadSeconds(): number {
    return this.#ahead;
  }

  /** So far at least: a clock that is further already stays. Written down first, so that no restart turns it back. */
  async moveTo(aheadSeconds: number): Promise<void> {
    if (!isAhead(aheadSeconds)) throw new RangeError('not so far');
    if (aheadSeconds <= this.#ahead) return;
    await this.#keep(aheadSeconds);
    this.#ahead = Math.max(this.#ahead, aheadSeconds);
    for (const wake of [...this.#waiting]) wake();
  }

  /** Until this clock has gone on so far, by itself or moved. */
  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    const until = this.now().getTime() + ms;
    for (;;) {
      const left = until - this.now().getTime();
      if (left <= 0 || signal?.aborted) return;
      await this.#nap(Math.min(left, longestTimer), signal);
    }
  }

  #nap(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((done) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        done();
      };
      const timer = setTimeout(wake, ms);
      signal?.addEventListener('abort', wake, { once: true });
      this.#waiting.add(wake);
    });
  }
}
