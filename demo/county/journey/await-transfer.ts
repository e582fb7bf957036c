/**
 * Waits for a package that is on its way. Asks again at growing intervals; a call that fails in between is
 * not the end, the next one may succeed.
 */
import type { DraftView } from '#schemas/wire/county-api.ts';

export interface Waiting {
  readonly load: () => Promise<DraftView>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Called once, when the wait has grown longer than a resident would expect. */
  readonly slow: () => void;
  readonly stopped: () => boolean;
}

const firstPause = 1_000;
const longestPause = 15_000;
const slowAfter = 10_000;

/** → the draft once the transfer has ended, or `undefined` when the waiting was stopped. */
export async function awaitTransfer(waiting: Waiting): Promise<DraftView | undefined> {
  let waited = 0;
  let told = false;
  for (let pause = firstPause; !waiting.stopped(); pause = Math.min(pause * 1.5, longestPause)) {
    await waiting.pause(pause);
    waited += pause;
    if (waiting.stopped()) return undefined;
    const draft = await waiting.load().catch(() => undefined);
    if (draft && draft.transfer.status !== 'fetching') return draft;
    if (waited >= slowAfter && !told) {
      told = true;
      waiting.slow();
    }
  }
  return undefined;
}
