import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { DraftView, ServiceDetail } from '#schemas/wire/county-api.ts';
import { createTestPki, type TestPki } from '../testing/test-pki.ts';
import { addressOf, isStaffPath, templateProblem, withParameter, type Addresses } from './addresses.ts';
import { countyUrl, openWorld, platformUrl } from './testing/county-under-test.ts';
import { testLoaded } from './testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const elsewhere: Addresses = {
  service: 'https://www.county.example/s/{service}',
  consent: 'https://www.county.example/s/{service}/mydata',
  application: '/forms/{service}',
  manual: '/forms/{service}?by=hand',
  return: '/forms/{service}?back=1#form',
  desk: '/counter',
  services: { 'test-relief': { consent: '/relief' } },
};

test('a template is filled with the service; a service may have its own', () => {
  assert.equal(addressOf(elsewhere, 'manual', 'a-b'), '/forms/a-b?by=hand');
  assert.equal(addressOf(elsewhere, 'consent', 'other'), 'https://www.county.example/s/other/mydata');
  assert.equal(addressOf(elsewhere, 'consent', 'test-relief'), '/relief');
  assert.equal(addressOf(elsewhere, 'application', 'a/../b'), '/forms/a%2F..%2Fb');
});

test('a parameter is added to whatever is there', () => {
  assert.equal(withParameter('/x', 'return', 'unmatched'), '/x?return=unmatched');
  assert.equal(withParameter('/x?y=1#z', 'return', 'a b'), '/x?y=1&return=a%20b#z');
});

test('an address leads to the county’s own pages or to https', () => {
  for (const good of ['/a/{service}', 'https://x.example/{service}?a=1', 'http://localhost:3000/{service}'])
    assert.equal(templateProblem(good, true), undefined, good);
  for (const bad of [
    '//x.example/{service}',
    '/\\x.example/{service}',
    'http://x.example/{service}',
    'javascript:x//{service}',
    'https://a@x.example/{service}',
    'services/{service}',
    '/{service}/{other}',
    '/services',
  ])
    assert.ok(templateProblem(bad, true), bad);
});

test('staff pages are where they are configured', () => {
  assert.ok(isStaffPath(elsewhere, '/staff/desk') && isStaffPath(elsewhere, '/counter'));
  for (const path of ['/desk', '/countermand', '/', '/builder']) assert.ok(!isStaffPath(elsewhere, path), path);
  assert.ok(!isStaffPath({ desk: 'https://desk.example', builder: '/' }, '/x'));
});

test('what residents are told is as configured, and so is where they come back to', async () => {
  const { app } = await openWorld(pki, {
    config: { publicUrl: countyUrl, platformUrl, environment: 'test', services: [testLoaded], addresses: elsewhere },
  });
  const detail = (await (await app.request('/api/services/test-relief')).json()) as ServiceDetail;
  assert.equal(detail.manualUrl, '/forms/test-relief?by=hand');
  const draft = (await (await app.request('/api/services/test-relief/draft')).json()) as DraftView;
  assert.equal(draft.consentUrl, '/relief');
  const back = await app.request('/mydata/return/test-relief?code=200&tx_id=x');
  assert.deepEqual(
    [back.status, back.headers.get('location')],
    [303, '/forms/test-relief?back=1&return=unmatched#form'],
  );
});

test('where nothing is configured everything leads to the front page, and no page of the demo is there', async () => {
  const { app } = await openWorld(pki, {
    config: { publicUrl: countyUrl, platformUrl, environment: 'live', services: [testLoaded], addresses: undefined },
  });
  const detail = (await (await app.request('/api/services/test-relief')).json()) as ServiceDetail;
  assert.equal(detail.manualUrl, '/');
  for (const path of ['/', '/services', '/services/test-relief/apply', '/desk', '/builder', '/favicon.svg'])
    assert.equal((await app.request(path)).status, 404, path);
});
