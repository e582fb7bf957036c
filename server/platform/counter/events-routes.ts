/**
 * `GET /journey/:id/barcode/events`: what happens to a barcode while it is shown (server-sent events): `desk` when one
 * asks for the verification code (without it), `taken`, `burnt`, `expired`, and `moved` when another page shows it now, or it is ready.
 */
import type { Context, Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import { isGood, standingOf } from './barcodes.ts';
import type { CounterChanges } from './counter-changes.ts';
import { waitingAt } from './shown-code.ts';
import { ownBarcode, shownSerial, type OwnBarcode } from './own-barcode.ts';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';

/** Proxies close what is silent for long. */
const heartbeatMs = 15_000;
/** Then the browser comes back by itself. */
const longestMs = 10 * 60_000;
const reconnectMs = 3_000;

interface Told {
  readonly event: string;
  readonly data: unknown;
  /** Nothing comes after it. */
  readonly last?: boolean;
}

/**
 * For who may see the barcode, else 404 `barcode-unknown`. A connection lasts ten minutes at most, then the browser
 * comes back by itself. It never carries the code, nor anything of the data.
 */
export function barcodeEvents(app: Hono, platform: Platform, collector: Collector, changes: CounterChanges): void {
  app.get('/journey/:id/barcode/events', async (c) => {
    const own = await ownBarcode(platform, c);
    const barcode = await platform.storage.barcodeOf(own.journey.txId);
    const mine = shownSerial(platform, c, own, barcode) && barcode?.id;
    c.header('x-accel-buffering', 'no');
    const response = streamSSE(c, (stream) => follow(c, stream, own, mine));
    // The helper's own is weaker.
    response.headers.set('cache-control', 'no-store');
    return response;
  });

  async function follow(c: Context, stream: SSEStreamingApi, own: OwnBarcode, mine?: string): Promise<void> {
    const { txId } = own.journey;
    let told: string | undefined;
    let changed: () => void = () => undefined;
    const wake = (): void => changed();
    const stops = [changes.onChange(txId, wake), collector.onChange(txId, wake)];
    stream.onAbort(wake);
    platform.closing.addEventListener('abort', wake);
    const end = performance.now() + longestMs;
    await stream.write(`retry: ${reconnectMs}\n: \n\n`);
    try {
      while (!stream.aborted && !platform.closing.aborted && performance.now() < end) {
        // Before the state is read: a change in between is not missed.
        const next = new Promise<void>((resolve) => (changed = resolve));
        const news = await snapshot(c, own, mine);
        const data = news && JSON.stringify(news.data);
        if (news && data !== undefined && `${news.event} ${data}` !== told) {
          told = `${news.event} ${data}`;
          await stream.writeSSE({ event: news.event, data, retry: reconnectMs });
        }
        if (news?.last) return;
        const timer = setTimeout(changed, heartbeatMs);
        await next;
        clearTimeout(timer);
        await stream.write(': \n\n');
      }
    } finally {
      for (const stop of stops) stop();
      platform.closing.removeEventListener('abort', wake);
    }
  }

  async function snapshot(c: Context, { journey, holder }: OwnBarcode, mine?: string): Promise<Told | undefined> {
    // An agent whose right was taken back hears no more.
    const still = await ownBarcode(platform, c).catch(() => undefined);
    const standing = still?.holder === holder ? await standingOf(platform, journey.txId) : undefined;
    if (!standing) return { event: 'moved', data: {}, last: true };
    const { state, barcode } = standing;
    if (state === 'taken') return { event: 'taken', data: {}, last: true };
    if (state === 'withdrawn' || state === 'expired') return { event: 'expired', data: {}, last: true };
    if (state === 'burnt') return { event: 'burnt', data: {}, last: true };
    if (state === 'preparing') return undefined;
    // It was being prepared, or another page has taken the showing over.
    if (!mine || (barcode?.id !== mine && isGood(platform, barcode))) return { event: 'moved', data: {}, last: true };
    const desk = barcode?.id === mine ? await waitingAt(platform, barcode) : undefined;
    if (!desk) return undefined;
    return {
      event: 'desk',
      data: { ...desk, at: desk.at.toISOString(), expiresAt: desk.expiresAt.toISOString() },
    };
  }
}
