/** Asks each data provider whether its datasets are up (interface: `?heartbeat=true`), and keeps what it said. */
import { call } from '../../calls/call.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Platform } from '../platform.ts';
import { providedDatasets, providerOf } from '../providers/provider-of.ts';
import type { Step } from '../storage.ts';

/** Calls at once: a provider that holds many datasets must not be flooded. */
const atOnce = 8;

/** One round over every dataset that has a provider. Call it every minute. */
export async function pollHeartbeats(platform: Platform): Promise<{ readonly up: number; readonly down: number }> {
  const waiting = [...(await providedDatasets(platform))];
  const rows: { readonly resourceId: string; readonly ok: boolean }[] = [];
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const ok = await isUp(platform, id);
      if (ok !== undefined) rows.push({ resourceId: id, ok });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await keep(platform, rows);
  const up = rows.filter(({ ok }) => ok).length;
  return { up, down: rows.length - up };
}

/** One dataset, now. → undefined when nobody answers for it */
export async function pollHeartbeat(platform: Platform, resourceId: string): Promise<boolean | undefined> {
  const ok = await isUp(platform, resourceId);
  if (ok !== undefined) await keep(platform, [{ resourceId, ok }]);
  return ok;
}

async function keep(
  { storage, clock }: Platform,
  rows: readonly { readonly resourceId: string; readonly ok: boolean }[],
): Promise<void> {
  const at = clock.now();
  await storage.commit(rows.map((row): Step => ({ step: 'record-heartbeat', ...row, at })));
}

async function isUp(platform: Platform, resourceId: string): Promise<boolean | undefined> {
  const provider = await providerOf(platform, resourceId);
  if (!provider) return undefined;
  const outcome = await call(platform.fetch, provider.heartbeatUrl, {
    to: provider.to,
    headers: provider.headers,
    timeout: lifetimes.heartbeatAnswer.ms,
    size: 0,
  });
  return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}
