/**
 * Makes calls in a process of its own, which collects garbage all the while (`--expose-gc`): on Node 20 that is what loses
 * a signal. Reads calls as JSON lines, writes outcomes with how long they took.
 */
import { createInterface } from 'node:readline';
import { call, type Call } from '../call.ts';
import { ownReach } from '../reach/reach.ts';
import { systemFetch } from '../system-fetch.ts';

export interface Asked {
  readonly url: string;
  readonly options: Call;
}

export interface Told {
  readonly kind: string;
  readonly status?: number;
  readonly text?: string;
  readonly ms: number;
}

const [connectMs = '15000'] = process.argv.slice(2);
const fetch = await systemFetch({
  connectMs: Number(connectMs),
  reach: { partner: ownReach({ networks: [] }), stranger: () => false },
});
if (!globalThis.gc) throw new Error('start me with --expose-gc');
const collecting = setInterval(() => globalThis.gc?.(), 20);

for await (const line of createInterface({ input: process.stdin })) {
  const { url, options } = JSON.parse(line) as Asked;
  const begun = performance.now();
  const outcome = await call(fetch, url, options);
  const told: Told = {
    kind: outcome.kind,
    ...(outcome.kind === 'answer' && { status: outcome.status, text: outcome.bytes.toString('utf8') }),
    ms: Math.round(performance.now() - begun),
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
clearInterval(collecting);
