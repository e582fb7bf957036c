/** Files from outside, at each party, of each kind: nothing of them runs in our origin, and no program opens them unasked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { openWorld } from '../county/testing/county-under-test.ts';
import { world } from '../platform/app.fixture.ts';
import { testProvider } from '../provider/provider.fixture.ts';
import { createTestPki } from '../testing/test-pki.ts';
import { securityHeaders } from './security.ts';

const app = new Hono().use(securityHeaders()).get('/file', (c) => {
  const how = c.req.query('how');
  return c.body('%PDF-1.7', 200, {
    'content-type': c.req.query('type')!,
    ...(how && { 'content-disposition': how }),
    ...(c.req.query('policy') && { 'content-security-policy': "default-src *; script-src 'unsafe-inline'" }),
  });
});
const sent = async (query: Readonly<Record<string, string>>): Promise<Headers> =>
  (await app.request(`/file?${new URLSearchParams(query)}`)).headers;

const programs = [
  'application/pdf',
  'APPLICATION/PDF',
  'application/zip',
  'application/octet-stream',
  'application/xml',
  'text/xml',
  'application/xhtml+xml',
  'application/vnd.oasis.opendocument.text',
  'video/mp4',
  'made/up',
];
const ways = ['', 'inline', "inline; filename*=UTF-8''a.pdf", 'attachment; filename="a"', ' INLINE ;filename=a'];

test('what a browser opens with a program is saved, whatever the route says, and runs nothing', async () => {
  for (const type of programs)
    for (const how of ways)
      for (const policy of ['', 'loose']) {
        const headers = await sent({ type, how, policy });
        assert.match(headers.get('content-disposition') ?? '', /^attachment(;|$)/, `${type} ${how}`);
        assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'.*; sandbox$/, `${type} ${how}`);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
      }
  assert.match((await sent({ type: 'application/pdf', how: ways[2]! })).get('content-disposition')!, /a\.pdf$/);
});

test('what would run as a page of ours is none once it is sent as a file', async () => {
  for (const type of ['text/html', 'image/svg+xml', 'text/javascript', 'text/css', 'text/html; charset=utf-8']) {
    const headers = await sent({ type, how: 'inline; filename="a"' });
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="a"/, type);
    assert.match(headers.get('content-security-policy') ?? '', /; sandbox$/, type);
  }
});

test('letters and pictures may be looked at, in a frame of nobody', async () => {
  for (const type of ['text/plain; charset=utf-8', 'application/json', 'text/csv', 'image/png', 'image/jpeg']) {
    const headers = await sent({ type, how: 'inline; filename="a"' });
    assert.equal(headers.get('content-disposition'), 'inline; filename="a"');
    assert.match(headers.get('content-security-policy') ?? '', /; sandbox$/, type);
  }
});

test('pages, their parts and answers of interfaces stay what they are', async () => {
  for (const type of ['text/html', 'text/css', 'text/javascript', 'image/svg+xml', 'font/woff2', 'application/json']) {
    const headers = await sent({ type });
    assert.equal(headers.get('content-disposition'), null, type);
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /sandbox/, type);
  }
});

test('each party holds its answers to it', async () => {
  const parties: readonly Hono[] = [
    (await world()).app,
    (await openWorld(await createTestPki())).app,
    (await testProvider()).app,
  ];
  for (const party of parties) {
    party.get('/from-outside', (c) => c.body('%PDF-1.7', 200, { 'content-type': 'application/pdf' }));
    const { headers } = await party.request('/from-outside');
    assert.equal(headers.get('content-disposition'), 'attachment');
    assert.match(headers.get('content-security-policy') ?? '', /; sandbox$/);
  }
});
