import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixFaults, routesOf } from '../testing/route-matrix.ts';
import { callers, matrixWorld, type Caller } from './matrix.fixture.ts';
import { table } from './matrix-table.fixture.ts';
import { staffedWorld } from './staff/staff.fixture.ts';

test('every route × every caller, every object × another owner: refused unless listed', async () => {
  const { made, request } = await matrixWorld();
  const faults: string[] = [];
  for (const side of ['one', 'two'] as const)
    faults.push(
      ...(await matrixFaults({
        routes: routesOf(made.app),
        callers,
        table,
        missing: ['GET /service/data', 'DELETE /service/data', 'GET /service/uid_valid'],
        doors: ['/operator/sign-in', '/me/sign-in'],
        request: (route, caller) => request(route, caller, side),
      })),
    );
  assert.deepEqual(faults, []);
});

test('of a token for one dataset nobody but its provider hears anything', async () => {
  const { request } = await matrixWorld();
  const route = { method: 'POST', path: '/connect/introspect' };
  const told = async (caller: Caller) =>
    ((await (await request(route, caller, 'one')).json()) as { active: boolean }).active;
  for (const caller of callers) assert.equal(await told(caller), caller === 'dataset', caller);
});

test('outside the test environment its doors do not exist', async () => {
  const { app } = await staffedWorld({ environment: 'live' });
  assert.deepEqual(
    routesOf(app).filter(({ path }) => /sandbox|outbox/.test(path)),
    [],
  );
});
