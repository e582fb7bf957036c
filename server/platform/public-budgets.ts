/**
 * What each route costs whom that anybody may call, before anything of it is done: the one table of it. A route that is
 * in neither half fails a test, so that none comes in unseen.
 */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { HttpError } from '../http/errors.ts';
import { budgets, type BudgetName } from '../limits/budgets.ts';
import { callerOf } from '../limits/caller.ts';
import { TooMany, waitWords } from '../limits/too-many.ts';
import type { Platform } from './platform.ts';

const arrival = ['arrivals-address', 'arrivals-network', 'arrivals-service', 'arrivals-installation'] as const;
const page = ['pages-address'] as const;
const logRead = ['log-reads'] as const;

export const publicBudgets: { readonly [route: string]: readonly BudgetName[] } = {
  'GET /service/:client_id/:resources/:tx_id': arrival,
  'GET /service/:client_id/:resources/:rest{.+}': arrival,
  'GET /service/spsignature/:client_id/:resources/:tx_id': arrival,
  'GET /service/spsignature/:client_id/:resources/:rest{.+}': arrival,
  'POST /service/counter/:client_id': arrival,
  'POST /service/spsignature/:client_id': ['salts-address', 'arrivals-service', 'arrivals-installation'],
  'GET /service/txid_status': ['status-address'],
  'GET /service/type_valid': ['status-address'],
  'POST /log/sp': ['usage-address'],
  'POST /log/dp': ['usage-address'],
  'GET /log/checkpoint': logRead,
  'GET /log/entries': logRead,
  'GET /log/proof/inclusion': logRead,
  'GET /log/proof/consistency': logRead,
  'GET /log/export': ['log-exports', 'log-exports-installation'],
  // Each shows a challenge, which is a row.
  'GET /me/sign-in': page,
  'GET /journey/:id/:screen': page,
  'GET /': page,
  'GET /find_all_resources': page,
  'GET /service/counter/:client_id': page,
  'GET /withdraw/:journey/:key': page,
  'POST /withdraw/:journey/:key': page,
  'GET /operator/invitation/:secret': page,
  'POST /operator/invitation/:secret': page,
};

/** Doors of the test environment, which elsewhere do not exist. */
export const sandboxBudgets: typeof publicBudgets = {
  'GET /sandbox/residents': page,
  'GET /sandbox/outbox': page,
  'GET /outbox': page,
  'GET /sandbox/records': page,
  'GET /sandbox/staff': page,
  'POST /sandbox/card/sign': page,
};

/** Public routes that need none here. */
export const spentElsewhere: { readonly [route: string]: string } = {
  'GET /health': 'one look at one row; supervisors ask it',
  'GET /openapi.json': 'ready text',
  'GET /assets/:file': 'files kept in memory',
  'GET /log/keys': 'some lines',
  'GET /log/receipt-keys': 'some lines',
  'GET /journey/:id': 'looks at nothing',
  'POST /connect/introspect': 'introspect-failures: of whoever is no provider',
  'GET /join': 'a form and no more',
  'POST /join': 'join-applications',
  'POST /me/sign-in': 'identity-…: of visit, address, network and whom it tries',
  'GET /operator/sign-in': 'a form and no more',
  'POST /operator/sign-in': 'staff-…: of account, address and network',
};

/**
 * To be called before the routes themselves. What is over budget is 429 of an address or network, 503 `busy` of a
 * service or the whole, with `Retry-After`; service providers' backends get JSON.
 */
export function spendPublic(app: Hono, platform: Platform): void {
  const doors = platform.config.environment === 'test' ? sandboxBudgets : {};
  for (const [route, names] of Object.entries({ ...publicBudgets, ...doors })) {
    const [method = '', path = ''] = route.split(' ');
    app.on(method, path, spend(platform, route, names));
  }
}

/** A request is counted once, also where patterns of several routes fit it. */
const spent = new WeakSet<Request>();

function spend(platform: Platform, route: string, names: readonly BudgetName[]): MiddlewareHandler {
  const isMachine = route.includes('spsignature/:client_id') && route.startsWith('POST');
  return async function spendBudgets(c, next) {
    if (spent.has(c.req.raw) || (route === patternOfDesk && isOfDesk(c))) return next();
    spent.add(c.req.raw);
    try {
      await platform.limiter.take(names.map((budget) => ({ budget, who: whoOf(platform, c, budget) })));
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      const crowded = crowdedOut(error);
      if (!isMachine) throw crowded;
      const { status } = crowded;
      return c.json({ code: status, text: 'too many at once' }, status as 429, error.headers);
    }
    return next();
  };
}

/** Beside the pages of counters lie the doors of desks, which have secrets and budgets of their own. */
const patternOfDesk = 'POST /service/counter/:client_id';
const isOfDesk = (c: Context): boolean => ['present', 'resend', 'code'].includes(c.req.param('client_id') ?? '');

function whoOf(platform: Platform, c: Context, budget: BudgetName): string {
  const { per } = budgets[budget];
  if (per === 'service') return c.req.param('client_id') ?? '';
  if (per === 'installation') return 'all';
  const { address, network } = callerOf(platform, c);
  return per === 'network' ? network : address;
}

/** Nobody tried anything: there are too many of them. */
function crowdedOut({ budget, waitSeconds }: TooMany): HttpError {
  const { per } = budgets[budget];
  const wait = waitWords(waitSeconds);
  const headers = { 'retry-after': String(waitSeconds) };
  if (per === 'service' || per === 'installation')
    return new HttpError(
      503,
      'busy',
      {
        'zh-Hant': `現在使用的人太多，這一次沒有處理，也沒有傳送您的任何資料。請 ${wait['zh-Hant']}後按重新整理，再試一次。`,
        en: `Too many people are using this right now; nothing was done and nothing was sent. Please reload this page in ${wait.en}.`,
      },
      headers,
    );
  return new HttpError(
    429,
    'too-many-requests',
    {
      'zh-Hant': `從您的網路送來的要求太多，這一次沒有處理，也沒有傳送您的任何資料。請 ${wait['zh-Hant']}後按重新整理，再試一次；若和許多人共用網路，也可以改用行動網路。`,
      en: `Too many requests came from your network; nothing was done and nothing was sent. Please reload this page in ${wait.en}, or use another network.`,
    },
    headers,
  );
}
