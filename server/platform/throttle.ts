/** Counts per caller in a sliding window; in memory, per process. */
import type { Clock } from '../context.ts';

export class Throttle {
  readonly #clock: Clock;
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #times = new Map<string, readonly number[]>();

  constructor(clock: Clock, { limit, windowMs }: { readonly limit: number; readonly windowMs: number }) {
    this.#clock = clock;
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  count(who: string): void {
    this.#times.set(who, [...this.#recent(who), this.#clock.now().getTime()]);
    // Callers that fell silent must not fill the memory.
    if (this.#times.size > 10_000)
      for (const key of this.#times.keys()) if (!this.#recent(key).length) this.#times.delete(key);
  }

  /** → whole seconds until the next try may be made, 0 = now */
  waitSeconds(who: string): number {
    const recent = this.#recent(who);
    const oldest = recent[recent.length - this.#limit];
    return oldest === undefined
      ? 0
      : Math.max(1, Math.ceil((oldest + this.#windowMs - this.#clock.now().getTime()) / 1000));
  }

  #recent(who: string): readonly number[] {
    const since = this.#clock.now().getTime() - this.#windowMs;
    return (this.#times.get(who) ?? []).filter((time) => time > since);
  }
}
