/** Time that passes when it is told to. */
import type { Timers } from '../features/store/timing.ts';

export class HandTimers implements Timers {
  #now = Date.parse('2026-11-23T02:00:00Z');
  #next = 0;
  readonly #waiting = new Map<number, { readonly at: number; readonly work: () => void }>();

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, work: () => void): () => void {
    const id = (this.#next += 1);
    this.#waiting.set(id, { at: this.#now + ms, work });
    return () => void this.#waiting.delete(id);
  }

  /** How long each has still to wait, the next first. */
  get waits(): readonly number[] {
    return [...this.#waiting.values()].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** What is due by then is done in its order, and what follows from it. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let next = this.#due(end); next; next = this.#due(end)) {
      const [id, { at, work }] = next;
      this.#waiting.delete(id);
      this.#now = at;
      work();
      await settled();
    }
    this.#now = end;
  }

  #due(end: number) {
    return [...this.#waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
  }
}

/** Everything that waits for nothing but its turn has had it. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
