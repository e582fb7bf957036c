/**
 * The end of a process: nobody who was let in is turned away. One party after the other begins nothing new, stops accepting
 * and answers what is under way; then all close. Counties first: their requests need the platform, and the platform's the
 * providers. What takes longer than `stopWait` is cut off; what was owed then is in an outbox.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Party } from './party.ts';

export interface Serving {
  readonly party: Pick<Party, 'name' | 'quiet' | 'close'>;
  readonly server: Server;
  /** Requests under way. */
  readonly open: ReadonlySet<ServerResponse>;
}

const order = ['county', 'platform', 'provider'] as const;

/** Keeps count of the requests under way; to be called before the first. */
export function serving(party: Serving['party'], server: Server): Serving {
  const open = new Set<ServerResponse>();
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    // Somebody who keeps the connection would keep the process.
    if (!server.listening) response.setHeader('connection', 'close');
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      if (!server.listening) server.closeIdleConnections();
    });
  });
  return { party, server, open };
}

/** → how many requests were cut off */
export async function stopAll(all: readonly Serving[], waitMs: number): Promise<number> {
  const late = timeLimit(waitMs);
  let cut = 0;
  for (const name of order) {
    const ours = all.filter(({ party }) => party.name === name);
    await Promise.race([Promise.all(ours.map(({ party }) => party.quiet())), late.passed]);
    await Promise.race([Promise.all(ours.map(drained)), late.passed]);
    for (const { server, open } of ours) {
      cut += open.size;
      server.closeAllConnections();
    }
  }
  late.clear();
  const closing = timeLimit(Math.min(waitMs, 2000));
  await Promise.race([Promise.all(all.map(({ party }) => party.close())), closing.passed]);
  closing.clear();
  return cut;
}

function drained({ server, open }: Serving): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    for (const response of open) if (!response.headersSent) response.setHeader('connection', 'close');
    server.closeIdleConnections();
  });
}

function timeLimit(ms: number): { readonly passed: Promise<void>; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<void>((done) => (timer = setTimeout(done, ms)));
  return { passed, clear: () => clearTimeout(timer) };
}

/** A terminal, npm and our own starter each hand the same Ctrl-C on. */
const sameSignalMs = 1000;

/** The first signal stops, a second one, later, does not wait. */
export function onSignals(stop: () => Promise<void>, now: () => number = () => performance.now()): void {
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (first === undefined) {
        first = now();
        void stop();
      } else if (now() - first > sameSignalMs) process.exit(1);
    });
}
