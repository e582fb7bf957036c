/**
 * `/sandbox/faults`: which dataset shall misbehave, for everybody or for one invented person. A page, and the same as JSON.
 * Exists in the test environment only.
 */
import { bodyLimit } from 'hono/body-limit';
import { Hono, type Context } from 'hono';
import { isNationalId } from '#schemas/taiwan/national-id.ts';
import { HttpError } from '../../http/errors.ts';
import type { ProviderContext } from '../context.ts';
import { faultOf, Faults, type Fault } from '../services/faults.ts';
import { faultsPage } from '../views/faults-page.ts';

/**
 * → an app of its own, for everybody: GET `/faults` as page or JSON, PUT as JSON, POST from the page. A dataset or
 * fault that is not known, or a person's id that is none, is 400, and nothing changes.
 */
export function sandboxRoutes({ config, faults: active = new Faults() }: ProviderContext): Hono {
  const sandbox = new Hono();
  const limit = bodyLimit({ maxSize: 4096 });

  sandbox.get('/faults', (c) =>
    (c.req.header('accept') ?? '').includes('text/html') ? show(c) : c.json(faultsJson(active)),
  );

  sandbox.put('/faults', limit, async (c) => {
    // A form of another site can send no JSON without asking first.
    if (!c.req.header('content-type')?.startsWith('application/json')) throw unreadable();
    const wish = wishOf(await c.req.json().catch(() => undefined));
    if (!wish || !config.catalogue.has(wish.resource)) throw unreadable();
    fulfil(wish);
    return c.json(faultsJson(active));
  });

  sandbox.post('/faults', limit, async (c) => {
    const { all, resource, person, fault } = await c.req.parseBody();
    const wish = wishOf({ resource, fault: fault || null, ...(person !== '' && { person }) });
    if (all === 'well') active.clearAll();
    else if (!wish || !config.catalogue.has(wish.resource)) return show(c, '請選擇清單裡的資料集、人物與故障種類。');
    else fulfil(wish);
    return c.redirect('/sandbox/faults', 303);
  });

  function fulfil({ resource, person, fault }: Wish): void {
    if (fault === null) active.clear(resource, person);
    else active.set({ resource, fault, ...(person !== undefined && { person }) });
  }

  function show(c: Context, problem?: string): Response | Promise<Response> {
    const { people = [], catalogue } = config;
    const datasets = [...catalogue.values()];
    return c.html(faultsPage({ datasets, people, active: active.list(), problem }), problem ? 400 : 200);
  }
  return sandbox;
}

/** `faults`: for everybody, dataset → fault · `persons`: for one person each */
const faultsJson = (active: Faults): object => ({
  faults: Object.fromEntries(
    active.list().flatMap(({ resource, person, fault }) => (person === undefined ? [[resource, fault]] : [])),
  ),
  persons: active.list().filter(({ person }) => person !== undefined),
});

interface Wish {
  readonly resource: string;
  readonly fault: Fault | null;
  readonly person?: string;
}

function wishOf(value: unknown): Wish | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { resource, fault: named, person } = value as Readonly<Record<string, unknown>>;
  const fault = named === null ? null : faultOf(named);
  if (typeof resource !== 'string' || fault === undefined) return undefined;
  if (person === undefined || person === null) return { resource, fault };
  return typeof person === 'string' && isNationalId(person) ? { resource, fault, person } : undefined;
}

const unreadable = (): HttpError =>
  new HttpError(400, 'fault-unreadable', {
    'zh-Hant':
      '請以 JSON 送出 resource（本機關的資料集代號）與 fault（錯誤種類，或 null 表示恢復正常）；只對一個人時，加上 person（虛構人物的統一編號）。',
    en: 'Send JSON with `resource` (a dataset of this provider) and `fault` (a kind of fault, or null to be well again); for one person only, `person` as well (the id of an invented person).',
  });
