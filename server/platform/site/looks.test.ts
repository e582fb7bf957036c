/**
 * No page of the platform's own people, or of the organisations', shows a resident's data: every route is asked as each of
 * them. What looks one person's transfers up, with the id and a reason, is a record.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routesOf } from '../../testing/route-matrix.ts';
import { matrixWorld } from '../matrix.fixture.ts';

/** Of the two residents of the matrix: numbers and names, as seen in their data. */
const residents = ['A123456789', 'B123456780', '林小美', '王大明'];

test('whatever route the console and the portal have shows nothing of the residents', async () => {
  const { made, request } = await matrixWorld();
  const routes = routesOf(made.app).filter(({ path }) => /^\/(operator|portal)(\/|$)/.test(path));
  assert.ok(routes.length > 20);
  const showing: string[] = [];
  for (const route of routes)
    for (const caller of ['operator', 'reviewer', 'auditor', 'provider'] as const) {
      const page = await (await request(route, caller, 'one')).text();
      // The right form of an id, beside an input that refused one.
      const text = page.replaceAll('例如 A123456789', '');
      if (residents.some((one) => text.includes(one))) showing.push(`${route.method} ${route.path} for ${caller}`);
    }
  assert.deepEqual(showing, []);
});
