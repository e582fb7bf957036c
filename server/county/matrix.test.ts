import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { matrixFaults, routesOf, type Allowed, type Route } from '../testing/route-matrix.ts';
import { createTestPki } from '../testing/test-pki.ts';
import { encryptField } from '../protocol/mydata-1/fields.ts';
import { newSecretKey } from '../protocol/mydata-1/payload.ts';
import { openWorld, type Browser } from './testing/county-under-test.ts';
import { resident } from './testing/payloads.ts';
import { publishedPaths } from './forms/published-schemas.ts';
import { isStaffRoute, staffTable } from './testing/staff-matrix.ts';
import { household } from './testing/test-service.ts';

const callers = ['anonymous', 'applicant', 'other applicant', 'platform', 'false platform'] as const;
type Caller = (typeof callers)[number];

const applicants = ['applicant', 'other applicant'] as const;
/**
 * A draft belongs to the browser that began it and has no address of its own: whoever asks gets theirs, or a new one. What
 * has an address (file, application, transaction) is refused to others.
 */
const table: { readonly [route: string]: Allowed<Caller> } = {
  'GET /health': 'everyone',
  'GET /openapi.json': 'everyone',
  ...Object.fromEntries(publishedPaths.map((path) => [`GET ${path}`, 'everyone' as const])),
  'GET /api/organisation': 'everyone',
  'GET /theme.css': 'everyone',
  'GET /blank-forms/:service': 'everyone',
  'GET /blank-forms/assets/blank.css': 'everyone',
  'GET /api/services': 'everyone',
  'GET /api/services/:service': 'everyone',
  'GET /api/services/:service/draft': 'everyone',
  'GET /api/services/:service/draft/events': applicants,
  'PUT /api/services/:service/draft': 'everyone',
  'DELETE /api/services/:service/draft': 'everyone',
  'POST /api/services/:service/journeys': 'everyone',
  'POST /api/services/:service/draft/files': 'everyone',
  'DELETE /api/services/:service/draft/files/:file': ['applicant'],
  'GET /api/services/:service/signature': 'everyone',
  'POST /api/services/:service/signature/request': 'everyone',
  'POST /api/services/:service/signature': 'everyone',
  'POST /api/services/:service/signature/sandbox-card': 'everyone',
  'POST /api/services/:service/applications': 'everyone',
  'POST /api/progress': 'everyone',
  'GET /api/forms/:service/:version/validator.js': 'everyone',
  'GET /api/towns.json': 'everyone',
  'GET /mydata/return/:service': ['applicant'],
  'POST /mydata/sp-api/:service': ['platform'],
  'GET /sandbox/applications': 'everyone',
  // Of the test environment; here with a number that nobody has.
  'GET /sandbox/applications/:number': [],
  'GET /sandbox/transfers': 'everyone',
  'GET /sandbox/staff': 'everyone',
  'GET /staff/assets/staff.css': 'everyone',
  'GET /staff/sign-in': 'everyone',
  'POST /staff/sign-in': 'everyone',
  // Behind a one-time link; here with one that nobody was given.
  'GET /staff/join/:secret': [],
  'POST /staff/join/:secret': [],
  // The staff's own: who of them may what is in access/matrix.test.ts. No resident and no platform.
  ...Object.fromEntries(
    Object.keys(staffTable)
      .filter((route) => !/^GET \/(desk|builder)/.test(route))
      .map((route): [string, Allowed<Caller>] => [route, []]),
  ),
};

const unmatched = '/services/test-relief/apply?return=unmatched';

test('every route of the county × every caller, every draft × another browser: refused unless listed', async () => {
  const world = await openWorld(await createTestPki());

  const request = async ({ method, path }: Route, caller: Caller): Promise<Response> => {
    world.answers.length = 0;
    // Two drafts for each request, more than one address may begin within minutes.
    world.now = new Date(world.now.getTime() + 60_000);
    if (isStaffRoute({ method, path })) {
      const address = path.replace(/\{.*/, '').replaceAll(/:\w+/g, 'test-relief');
      return method === 'GET' ? world.browser().request(address) : world.browser().send(method, address, {});
    }
    // Anew for each, because some of what is asked uses the draft up.
    const owner = world.browser();
    const sent = await owner.leave(resident.nationalId, [household]);
    const form = new FormData();
    form.set('file', new File(['%PDF-1.7'], 'proof.pdf'));
    const upload = await owner.request('/api/services/test-relief/draft/files?field=proof', {
      method: 'POST',
      body: form,
    });
    const { id: file } = (await upload.json()) as { id: string };
    const other = world.browser();
    await other.leave('A223456781', [household]);
    const browser: Browser = caller === 'applicant' ? owner : caller === 'other applicant' ? other : world.browser();
    const address = path
      .replace(':service', 'test-relief')
      .replace(':version', '1')
      .replace(':file', file)
      .replace(':number', 'a-number');
    if (path.startsWith('/mydata/return/')) {
      const query = new URLSearchParams({ code: '205', tx_id: encryptField(world.client, sent.txId) });
      return browser.request(`${address}?${query}`);
    }
    if (path.startsWith('/mydata/sp-api/')) {
      const secret = encryptField(
        caller === 'platform' ? world.client : { ...world.client, clientSecret: 'x'.repeat(16) },
        newSecretKey(),
      );
      const known = caller === 'platform' || caller === 'false platform';
      const body = { tx_id: known ? sent.txId : randomUUID(), permission_ticket: randomUUID(), secret_key: secret };
      return browser.send(method, address, body);
    }
    return method === 'GET' ? browser.request(address) : browser.send(method, address, {});
  };

  assert.deepEqual(
    await matrixFaults({
      routes: routesOf(world.app),
      callers,
      table,
      doors: [unmatched, '/staff/sign-in'],
      missing: ['POST /mydata/sp-api/:service'],
      request,
    }),
    [],
  );
});
