/** Draws all documents in the background, once, so that the great archive has a size and comes at once. */
import type { Log } from '../../context.ts';
import type { Archive } from './archive.ts';

export interface Preparation {
  /** Begins where nothing is going on. */
  begin(archive: Archive): void;
  readonly running: boolean;
}

/**
 * One at a time, whatever archive is asked for meanwhile. What goes wrong is logged by its kind, and may be begun
 * again.
 */
export function preparation(log: Log): Preparation {
  let running = false;
  return {
    get running() {
      return running;
    },
    begin(archive) {
      if (running || archive.exact) return;
      running = true;
      archive
        .prepare()
        .catch((error: unknown) => log.error({ kind: (error as Error).name }, 'samples not drawn'))
        .finally(() => {
          running = false;
        });
    },
  };
}
