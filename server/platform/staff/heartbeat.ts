/** Asks each data provider whether its datasets are up (interface: `?heartbeat=true`), and keeps what it said. */
import { call } from '../../calls/call.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';

/** Calls at once: a provider that holds many datasets must not be flooded. */
const atOnce = 8;

/** One round over every dataset that has a provider. Call it every minute. */
export async function pollHeartbeats(platform: Platform): Promise<{ readonly up: number; readonly down: number }> {
  const { storage, clock, datasets, config } = platform;
  const ids = [...datasets.keys()].filter((id) => Object.hasOwn(config.provider.secrets, id));
  const rows: { readonly resourceId: string; readonly ok: boolean }[] = [];
  const waiting = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      rows.push({ resourceId: id, ok: await isUp(platform, id) });
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const at = clock.now();
  await storage.commit(rows.map((row): Step => ({ step: 'record-heartbeat', ...row, at })));
  const up = rows.filter(({ ok }) => ok).length;
  return { up, down: rows.length - up };
}

async function isUp({ config, fetch }: Platform, resourceId: string): Promise<boolean> {
  const outcome = await call(fetch, `${config.provider.url}/dp/${resourceId}?heartbeat=true`, {
    to: 'partner',
    timeout: lifetimes.heartbeatAnswer.ms,
    size: 0,
  });
  return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}
