/** Work that goes on after its request was answered. `idle()` tells tests and the shutdown when it is done. */
import type { Log } from '../context.ts';

export class Jobs {
  readonly #running = new Set<Promise<void>>();
  readonly #once = new Set<string>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** @param once while work of this name goes on, no other begins */
  start(name: string, work: () => Promise<void>, once?: string): void {
    if (once !== undefined && this.#once.has(once)) return;
    if (once !== undefined) this.#once.add(once);
    const job: Promise<void> = Promise.resolve()
      .then(work)
      // The class only: a message may hold what a package held.
      .catch((error: unknown) =>
        this.#log.error({ job: name, kind: error instanceof Error ? error.name : 'unknown' }, 'job failed'),
      )
      .finally(() => {
        this.#running.delete(job);
        if (once !== undefined) this.#once.delete(once);
      });
    this.#running.add(job);
  }

  async idle(): Promise<void> {
    while (this.#running.size) await Promise.all(this.#running);
  }
}
