/** The progress of a self-download as server-sent events: one `progress` whenever something changes, `moved` at the end. */
import type { SSEStreamingApi } from 'hono/streaming';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';
import { statesOf } from '../delivery/collection.ts';
import { stateWords, summary } from './views/download-after.ts';
import { collectDownload, isDownloadOver } from './collect-download.ts';
import { isSessionOver, type OwnSession } from './session.ts';

/** Between looks at the storage; the browser is told how long to wait before it connects anew. */
const lookMs = 1000;
/** Proxies close what is silent. */
const aliveMs = 15_000;
const reconnectMs = 3000;

/**
 * Looks once a second, and has what is missing asked for meanwhile. Ends with `moved` when the download is no longer
 * fetching or the session is over, and silently when the browser leaves or the platform closes. Counts as no activity.
 */
export async function watchDownload(
  platform: Platform,
  collector: Collector,
  { stream, own, id }: { readonly stream: SSEStreamingApi; readonly own: OwnSession; readonly id: string },
): Promise<void> {
  const { storage } = platform;
  let told = '';
  let silentMs = 0;
  while (!stream.aborted && !platform.closing.aborted) {
    const download = await storage.download(id);
    const session = await storage.residentSession(own.session.hash);
    const fetching = download?.state === 'fetching' && !isDownloadOver(platform, download);
    if (!download || !fetching || !session || isSessionOver(platform, session)) {
      await stream.writeSSE({ event: 'moved', data: JSON.stringify({ state: download?.state ?? 'expired' }) });
      return;
    }
    void collectDownload(platform, collector, download).catch(() => undefined);
    const states = await statesOf(platform, download);
    const data = JSON.stringify({
      summary: summary(states),
      datasets: states.map((state) => ({ id: state.resourceId, state: state.state, words: stateWords(state) })),
    });
    silentMs += lookMs;
    if (data !== told) await stream.writeSSE({ event: 'progress', data, retry: reconnectMs });
    else if (silentMs >= aliveMs) await stream.write(': \n\n');
    if (data !== told || silentMs >= aliveMs) silentMs = 0;
    told = data;
    await stream.sleep(lookMs);
  }
}
