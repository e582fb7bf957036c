/** What became of each dataset of a download that is over: its packages are gone, its events tell (280 with its outcome). */
import { eventNumbers, type EventName } from '../log/events.ts';
import type { Platform } from '../platform.ts';
import type { DatasetState } from '../delivery/collection.ts';
import type { Download } from '../storage.ts';

/**
 * In the order of the download's datasets. `failed` where an agency gave nothing, `broken` where what it gave was
 * refused; of a download that failed, who answered had no record.
 */
export async function endedStates({ storage }: Platform, download: Download): Promise<readonly DatasetState[]> {
  const events = await storage.events(download.txId);
  return download.resources.map((resourceId): DatasetState => {
    const found = (name: EventName) =>
      events.find((one) => one.number === eventNumbers[name] && one.resourceId === resourceId);
    const answer = found('data had');
    if (!answer?.ok) {
      const broken = found('package refused') !== undefined;
      return { resourceId, state: 'failed', broken, at: answer?.at ?? download.startedAt };
    }
    // A download fails only where nobody had anything.
    return { resourceId, state: download.state === 'failed' ? 'no-record' : 'had', at: answer.at };
  });
}
