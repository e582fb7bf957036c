import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { matrixFaults, routesOf, type Allowed } from './route-matrix.ts';

const app = new Hono()
  .use('*', (_c, next) => next())
  .get('/open', (c) => c.text('ok'))
  .get('/mine', (c) => (c.req.header('who') === 'me' ? c.text('ok') : c.redirect('/door?next=%2Fmine', 303)))
  .post('/broken', (c) => c.text('', 500));

const faults = (table: Readonly<Record<string, Allowed<'me' | 'you'>>>) =>
  matrixFaults({
    routes: routesOf(app),
    callers: ['me', 'you'],
    table,
    doors: ['/door'],
    request: async ({ method, path }, who) => app.request(path, { method, headers: { who } }),
  });

test('what is as the table says is no fault; errors are, whoever is allowed', async () => {
  assert.deepEqual(await faults({ 'GET /open': 'everyone', 'GET /mine': ['me'], 'POST /broken': [] }), [
    'POST /broken × me: 500',
    'POST /broken × you: 500',
  ]);
});

test('a new route, a route that is gone, one too open and one too closed are named', async () => {
  assert.deepEqual(await faults({ 'GET /open': ['me'], 'GET /mine': 'everyone', 'GET /gone': 'everyone' }), [
    'GET /gone: in the table, not in the app',
    'GET /open × you: 200, should be refused',
    'GET /mine × you: 303, should be answered',
    'POST /broken: not in the table',
  ]);
});
