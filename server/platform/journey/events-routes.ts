/**
 * `GET /journey/:id/events`: how far each dataset is, live, for the page that waits (server-sent events, WHATWG HTML 9.2).
 * An event's id stands for what it says, so a browser that comes back with `Last-Event-ID` is told only what is new.
 */
import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { Platform } from '../platform.ts';
import type { Collector } from '../delivery/collect.ts';
import { isReady, statesOf } from '../delivery/collection.ts';
import { isOver, ownJourney } from './journey.ts';
import { fetchForJourney, isServiceStopped } from '../delivery/journey-collection.ts';
import { stateWords } from './views/working.ts';

/** Proxies close what is silent for long. */
const heartbeatMs = 15_000;
/** Then the browser comes back by itself. */
const longestMs = 10 * 60_000;
const reconnectMs = 3_000;
const soonestMs = 1_000;

/**
 * Only for the browser whose journey it is; others get 404. Being connected counts as activity, and keeps the
 * collecting going. A stream ends after 10 minutes, once there is another screen to go to, or when the process stops.
 */
export function journeyEvents(app: Hono, platform: Platform, collector: Collector): void {
  const { storage, clock } = platform;

  app.get('/journey/:id/events', async (c) => {
    const { journey } = await ownJourney(platform, c);
    const { id, txId } = journey;
    c.header('x-accel-buffering', 'no');
    const response = streamSSE(c, (stream) => follow(c, stream, id, txId));
    // The helper's own is weaker.
    response.headers.set('cache-control', 'no-store');
    return response;
  });

  async function follow(c: Context, stream: SSEStreamingApi, id: string, txId: string): Promise<void> {
    let told = c.req.header('last-event-id');
    let changed: () => void = () => undefined;
    const stopListening = collector.onChange(txId, () => changed());
    const wake = (): void => changed();
    stream.onAbort(wake);
    platform.closing.addEventListener('abort', wake);
    const end = performance.now() + longestMs;
    await stream.write(`retry: ${reconnectMs}\n: \n\n`);
    try {
      while (!stream.aborted && !platform.closing.aborted && performance.now() < end) {
        // Before the state is read: a change in between is not missed.
        const next = new Promise<void>((resolve) => (changed = resolve));
        const message = await snapshot(id);
        if (message.id !== told) {
          told = message.id;
          await stream.writeSSE({ event: message.event, id: message.id, data: message.data, retry: reconnectMs });
        }
        if (message.event !== 'progress') return;
        const timer = setTimeout(changed, Math.min(heartbeatMs, message.dueMs));
        await next;
        clearTimeout(timer);
        await stream.write(': \n\n');
      }
    } finally {
      stopListening();
      platform.closing.removeEventListener('abort', wake);
    }
  }

  /** `progress`: still here; `moved`: the page should load anew, the server leads on. */
  async function snapshot(id: string): Promise<Told & { readonly dueMs: number }> {
    const journey = await storage.journey(id);
    const waits =
      journey?.screen === 'fetching' && !isOver(platform, journey) && !(await isServiceStopped(platform, journey));
    if (!waits) return { ...told('moved', { screen: journey?.screen ?? 'ended' }), dueMs: 0 };
    // Somebody looks at the page: that is activity, and asks on for what is due.
    await storage.commit([{ step: 'touch-journey', id, at: clock.now() }]);
    void fetchForJourney(platform, collector, journey, { stay: true }).catch(() => undefined);
    const states = await statesOf(platform, journey);
    if (isReady(states, true)) return { ...told('moved', { screen: 'preview' }), dueMs: 0 };
    const datasets = states.map((one) => ({
      id: one.resourceId,
      state: one.state,
      ...(one.state === 'preparing' ? { until: one.until.toISOString() } : {}),
      text: stateWords(one),
    }));
    const due = states.map((one) =>
      one.state === 'preparing' ? one.until.getTime() - clock.now().getTime() : Infinity,
    );
    return {
      ...told('progress', { screen: journey.screen, datasets }),
      dueMs: Math.max(soonestMs, ...[Math.min(...due)]),
    };
  }
}

interface Told {
  readonly event: 'progress' | 'moved';
  readonly id: string;
  readonly data: string;
}

function told(event: Told['event'], value: object): Told {
  const data = JSON.stringify(value);
  return { event, data, id: createHash('sha256').update(data).digest('hex').slice(0, 16) };
}
