import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixFaults, routesOf, type Allowed } from '../testing/route-matrix.ts';
import { goodToken, household, lowIncome, testProvider, transactionUid } from './provider.fixture.ts';

/** `platform`: with the token of this dataset; `token of another dataset`: one that is good, but not for this one. */
const callers = ['anonymous', 'unknown token', 'token of another dataset', 'platform'] as const;
type Caller = (typeof callers)[number];

const table: { readonly [route: string]: Allowed<Caller> } = {
  'GET /': 'everyone',
  'GET /style.css': 'everyone',
  'GET /health': 'everyone',
  'GET /ca.pem': 'everyone',
  'GET /crl.pem': 'everyone',
  'GET /openapi.json': 'everyone',
  'GET /dp/:resource': ['platform'],
  'POST /dp/:resource': ['platform'],
  // Of the test environment, with invented people only.
  'GET /sandbox/faults': 'everyone',
  'PUT /sandbox/faults': 'everyone',
  'POST /sandbox/faults': 'everyone',
  'GET /samples': 'everyone',
  'GET /samples/datasets.json': 'everyone',
  'GET /samples/archives': 'everyone',
  'GET /samples/all.zip': 'everyone',
  'GET /samples/residents': 'everyone',
  'GET /samples/residents/:slug': 'everyone',
  'GET /samples/residents/:slug/all.zip': 'everyone',
  'GET /samples/:resource': 'everyone',
  'GET /samples/:resource/schema.json': 'everyone',
  'GET /samples/:resource/all.zip': 'everyone',
  'GET /samples/:resource/:file': 'everyone',
};

test('every route of the provider × every caller: data for the token of that dataset only', async () => {
  const provider = await testProvider();
  const routes = routesOf(provider.app).filter(({ path }) => !path.includes(':slug') && !path.endsWith(':file'));
  const known = new Set(routesOf(provider.app).map(({ method, path }) => `${method} ${path}`));
  assert.deepEqual(
    [...known].filter((name) => !table[name]),
    [],
    'each route is listed',
  );
  const faults = await matrixFaults({
    routes,
    callers,
    table: Object.fromEntries(
      Object.entries(table).filter(([name]) => routes.some(({ method, path }) => `${method} ${path}` === name)),
    ),
    request: async ({ method, path }, caller) => {
      const resource = caller === 'token of another dataset' && path.startsWith('/dp/') ? lowIncome : household;
      const token = caller === 'unknown token' ? 'bad-token' : goodToken;
      return provider.app.request(path.replace(':resource', resource), {
        method,
        headers: {
          transaction_uid: transactionUid,
          'content-type': 'application/json',
          ...(caller === 'anonymous' ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(method === 'PUT' && { body: '{}' }),
      });
    },
  });
  assert.deepEqual(faults, []);
});

test('outside the test environment the sandbox does not exist', async () => {
  const { app } = await testProvider({ sandbox: false });
  assert.equal((await app.request('/sandbox/faults')).status, 404);
  assert.equal((await app.request('/samples')).status, 404);
});
