/** A process with one party that takes its time, for the test of how it ends. Prints its port, then what it did at the end. */
import { setTimeout as delay } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { onSignals, serving, stopAll } from '../stop.ts';

const [waitMs = '20000'] = process.argv.slice(2);
const closing = new AbortController();
const app = new Hono();
app.get('/quick', (c) => c.text('quick'));
app.get('/slow/:ms', async (c) => {
  await delay(Number(c.req.param('ms')));
  return c.text('answered');
});
app.get('/events', (c) =>
  streamSSE(c, async (stream) => {
    await stream.writeSSE({ data: 'first' });
    await new Promise((over) => closing.signal.addEventListener('abort', over));
    await stream.writeSSE({ data: 'last' });
  }),
);

const party = {
  name: 'platform',
  async quiet() {
    closing.abort();
  },
  async close() {
    console.log('closed');
  },
} as const;
const server = await new Promise<Server>((ready) => {
  const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
    console.log(port);
    ready(made as Server);
  });
});
const under = [serving(party, server)];
onSignals(async () => {
  console.log(`cut ${await stopAll(under, Number(waitMs))}`);
  process.exit(0);
});
