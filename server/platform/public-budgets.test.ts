/** Whatever strangers may call is paid for, and who shares an address with many is not sent away for it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { budgets, type Budget, type BudgetName } from '../limits/budgets.ts';
import { memoryLimitStorage } from '../limits/memory-storage.ts';
import type { LimitStorage } from '../limits/storage.ts';
import { routesOf } from '../testing/route-matrix.ts';
import { Browser, client, entryUrl, world } from './app.fixture.ts';
import { matrixWorld } from './matrix.fixture.ts';
import { table } from './matrix-table.fixture.ts';
import { publicBudgets, sandboxBudgets, spentElsewhere } from './public-budgets.ts';

const all = { ...publicBudgets, ...sandboxBudgets };

const nameOf = new Map<Budget, BudgetName>(
  Object.entries(budgets).map(([name, budget]) => [budget, name as BudgetName]),
);

function watched(): { limits: LimitStorage; taken: Set<BudgetName | undefined> } {
  const limits = memoryLimitStorage();
  const taken = new Set<BudgetName | undefined>();
  return {
    taken,
    limits: {
      ...limits,
      take(uses) {
        for (const { budget } of uses) taken.add(nameOf.get(budget));
        return limits.take(uses);
      },
    },
  };
}

test('every route that strangers are answered by has a budget, or a reason why not', async () => {
  const { limits, taken } = watched();
  const { made, request } = await matrixWorld({ limits });
  const faults: string[] = [];
  for (const route of routesOf(made.app)) {
    const name = `${route.method} ${route.path}`;
    const isPublic = table[name] === 'everyone';
    const wanted = all[name];
    if (isPublic && !wanted && !spentElsewhere[name]) faults.push(`${name}: anybody may call it, and it costs nothing`);
    if (!wanted) continue;
    taken.clear();
    await (await request(route, 'nobody' as never, 'one')).body?.cancel();
    for (const budget of wanted) if (!taken.has(budget)) faults.push(`${name}: ${budget} is not taken`);
  }
  const known = new Set(routesOf(made.app).map(({ method, path }) => `${method} ${path}`));
  for (const name of [...Object.keys(all), ...Object.keys(spentElsewhere)])
    if (!known.has(name)) faults.push(`${name}: there is no such route`);
  assert.deepEqual(faults, []);
});

test('200 residents of one county hall arrive from one address; a flood from there is told when to come back', async () => {
  const made = await world();
  for (let n = 0; n < 200; n += 1)
    assert.match((await new Browser(made.app, '203.0.113.7').open(entryUrl())).path, /\/facts$/);
  let last: Response | undefined;
  for (let n = 0; n < 500 && last?.status !== 429; n += 1)
    last = await made.app.request(entryUrl(), {}, { incoming: { socket: { remoteAddress: '203.0.113.7' } } });
  assert.equal(last?.status, 429);
  assert.match(last?.headers.get('retry-after') ?? '', /^\d+$/);
  assert.match((await last?.text()) ?? '', /從您的網路送來的要求太多.*請 10 分鐘後按重新整理/s);
  assert.match((await new Browser(made.app, '198.51.100.1').open(entryUrl())).path, /\/facts$/, 'others are let in');
  made.clock.pass(10 * 60_000);
  assert.match((await new Browser(made.app, '203.0.113.7').open(entryUrl())).path, /\/facts$/);
});

test('what is the installation’s own is 503; a machine is told in its own words', async () => {
  const { limits } = watched();
  const made = await world({
    limits: {
      ...limits,
      take: async (uses) => {
        const use = uses.find(({ budget }) => budget.per === 'installation');
        return use ? { ok: false, use, waitMs: 90_000 } : limits.take(uses);
      },
    },
  });
  const page = await made.app.request(entryUrl());
  assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '90']);
  assert.match(await page.text(), /現在使用的人太多.*請 2 分鐘後/s);
  const body = JSON.stringify({ tx_id: randomUUID() });
  const salt = await made.app.request(`/service/spsignature/${client.client_id}`, { method: 'POST', body });
  assert.deepEqual([salt.status, await salt.json()], [503, { code: 503, text: 'too many at once' }]);
});
