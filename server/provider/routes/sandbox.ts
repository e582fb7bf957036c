/** `/sandbox/faults`: which dataset shall misbehave. Exists in the test environment only. */
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { ProviderContext } from '../context.ts';
import { faults, type Fault } from '../services/faults.ts';

export function sandboxRoutes({ config, faults: active }: ProviderContext): Hono {
  const sandbox = new Hono();

  sandbox.get('/faults', (c) => c.json({ faults: Object.fromEntries(active ?? []) }));

  sandbox.put('/faults', bodyLimit({ maxSize: 4096 }), async (c) => {
    // A form of another site can send no JSON without asking first.
    if (!c.req.header('content-type')?.startsWith('application/json')) throw unreadable();
    const wish: unknown = await c.req.json().catch(() => undefined);
    if (!isWish(wish) || !config.catalogue.has(wish.resource)) throw unreadable();
    if (wish.fault === null) active?.delete(wish.resource);
    else active?.set(wish.resource, wish.fault);
    return c.json({ faults: Object.fromEntries(active ?? []) });
  });
  return sandbox;
}

interface Wish {
  readonly resource: string;
  readonly fault: Fault | null;
}

function isWish(value: unknown): value is Wish {
  if (typeof value !== 'object' || value === null || !('resource' in value) || !('fault' in value)) return false;
  const { resource, fault } = value;
  return typeof resource === 'string' && (fault === null || faults.includes(fault as Fault));
}

const unreadable = (): HttpError =>
  new HttpError(400, 'fault-unreadable', {
    'zh-Hant': '請以 JSON 送出 resource（本機關的資料集代號）與 fault（錯誤種類，或 null 表示恢復正常）。',
    en: 'Send JSON with `resource` (a dataset of this provider) and `fault` (a kind of fault, or null to be well again).',
  });
