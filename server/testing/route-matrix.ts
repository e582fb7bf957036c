/**
 * Every route of an app × every caller: refused unless a table lists the caller for it. A route that the table does not
 * know, and one that the app does not have, are faults of the table, so that no new route comes in unseen.
 */
import type { Hono } from 'hono';

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Middleware is no route: it is registered for every method and lets the request pass on. */
export function routesOf(app: Hono): readonly Route[] {
  const seen = new Map<string, Route>();
  for (const { method, path } of app.routes) if (method !== 'ALL') seen.set(`${method} ${path}`, { method, path });
  return [...seen.values()];
}

/** @param doors where somebody is sent who must sign in first */
function isRefused(response: Response, doors: readonly string[] = []): boolean {
  if ([401, 403, 404, 410].includes(response.status)) return true;
  const location = response.headers.get('location') ?? '';
  return doors.some((door) => location === door || location.startsWith(`${door}?next=`));
}

/** Callers of one route, or all there are. */
export type Allowed<Caller extends string> = readonly Caller[] | 'everyone';

export interface Matrix<Caller extends string> {
  readonly routes: readonly Route[];
  readonly callers: readonly Caller[];
  /** By `METHOD path` with the path's parameters as the app names them. */
  readonly table: { readonly [route: string]: Allowed<Caller> };
  readonly doors?: readonly string[];
  /** Routes that answer 400 where the secret is missing, because the interface says so. */
  readonly missing?: readonly string[];
  readonly request: (route: Route, caller: Caller) => Promise<Response>;
}

/** → what is wrong, one line each; none when the app does what the table says */
export async function matrixFaults<Caller extends string>(matrix: Matrix<Caller>): Promise<readonly string[]> {
  const { routes, callers, table, doors, missing = [], request } = matrix;
  const faults: string[] = [];
  const names = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  for (const name of Object.keys(table)) if (!names.has(name)) faults.push(`${name}: in the table, not in the app`);
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const allowed = table[name];
    if (!allowed) {
      faults.push(`${name}: not in the table`);
      continue;
    }
    for (const caller of callers) {
      const response = await request(route, caller);
      if (!response.bodyUsed) await response.body?.cancel();
      const expected = allowed === 'everyone' || allowed.includes(caller);
      // Other parties may be silent (502, 504); an error of our own never is an answer.
      if (response.status === 500) faults.push(`${name} × ${caller}: ${response.status}`);
      else if ((isRefused(response, doors) || (missing.includes(name) && response.status === 400)) === expected)
        faults.push(`${name} × ${caller}: ${response.status}, should be ${expected ? 'answered' : 'refused'}`);
    }
  }
  return faults;
}
