import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import type { Log } from '../context.ts';
import { readBasic, readBearer } from './basic-auth.ts';
import { callerAddress } from './caller-address.ts';
import { sameSecret } from './constant-time.ts';
import { cookiesOf } from './cookies.ts';
import { HttpError, errorHandler, notFoundHandler } from './errors.ts';
import { readableForm } from './readable-form.ts';
import { requestLog } from './request-log.ts';
import { sameOrigin } from './same-origin.ts';
import { contentSecurityPolicy, securityHeaders, setPolicy } from './security.ts';

const publicUrl = 'http://localhost:8701';

function appWithLog() {
  const lines: { level: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>) => void lines.push({ level, fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const app = new Hono();
  app.use(requestLog({ log, clock: { now: () => new Date(0) } }), securityHeaders(), sameOrigin(publicUrl));
  app.onError(errorHandler({ log }));
  app.notFound(notFoundHandler());
  app.get('/people/:id', (c) => c.text('ok'));
  app.get('/return', (c) => {
    setPolicy(c, { formAction: ['https://county.example'] });
    return c.text('ok');
  });
  app.get('/asset', (c) => c.body('x', 200, { 'cache-control': 'public, max-age=60' }));
  app.post('/act', (c) => c.text('done'));
  app.get('/fails', () => {
    throw new TypeError('A123456789 was here');
  });
  app.get('/refuses', () => {
    throw new HttpError(429, 'busy', { 'zh-Hant': '請稍後再試。', en: 'Try later.' }, { 'retry-after': '60' });
  });
  return { app, lines };
}

test('every answer carries the policy, is framed by nobody and kept nowhere', async () => {
  const { app } = appWithLog();
  for (const path of ['/people/1', '/nowhere', '/fails', '/refuses']) {
    const { headers } = await app.request(path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.match(policy, /trusted-types 'none'$/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
  }
});

test('behind https nobody comes by http again, here or below', async () => {
  const app = new Hono().use(securityHeaders({ https: true })).get('/', (c) => c.text('ok'));
  const { headers } = await app.request('/');
  assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains');
  assert.equal((await appWithLog().app.request('/asset')).headers.get('strict-transport-security'), null);
});

test('no other origin is let in', async () => {
  const { app } = appWithLog();
  for (const method of ['GET', 'OPTIONS', 'POST']) {
    const headers = { origin: 'https://stranger.example', 'access-control-request-method': 'POST' };
    const answer = await app.request('/act', { method, headers });
    assert.deepEqual(
      [...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
      method,
    );
  }
});

test('TRACE is no method of ours, nor is one that nobody has', async () => {
  const { app } = appWithLog();
  app.get('/echo', (c) => c.text('ok'));
  // Node's own Request refuses to carry TRACE, so it is told what came.
  for (const method of ['TRACE', 'TRACK', 'PROPFIND']) {
    const request = new Proxy(new Request(`${publicUrl}/echo`, { headers: { cookie: 'secret=1' } }), {
      get: (whole, name) => (name === 'method' ? method : (Reflect.get(whole, name) as unknown)),
    });
    const answer = await app.fetch(request);
    assert.equal(answer.status, 404, method);
    assert.doesNotMatch(await answer.text(), /secret/);
  }
});

test('a page may name where its form leads and an asset may be cached', async () => {
  const { app } = appWithLog();
  const page = await app.request('/return');
  assert.match(page.headers.get('content-security-policy') ?? '', /form-action 'self' https:\/\/county\.example;/);
  assert.equal((await app.request('/asset')).headers.get('cache-control'), 'public, max-age=60');
});

test('an option cannot smuggle a directive into the policy', () => {
  assert.throws(() => contentSecurityPolicy({ formAction: ["https://a.example; script-src 'unsafe-inline'"] }));
  assert.throws(() => contentSecurityPolicy({ trustedTypes: ['a; script-src *'] }));
  assert.match(contentSecurityPolicy({ trustedTypes: ['lit-html'] }), /trusted-types lit-html$/);
});

test('another site cannot post; our own page and a program can', async () => {
  const { app } = appWithLog();
  const post = (headers: Record<string, string>) => app.request('/act', { method: 'POST', headers });
  assert.equal((await post({})).status, 200);
  assert.equal((await post({ origin: publicUrl })).status, 200);
  assert.equal((await post({ 'sec-fetch-site': 'same-origin', origin: publicUrl })).status, 200);
  for (const headers of [
    { origin: 'http://localhost:8702' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: publicUrl },
  ]) {
    assert.equal((await post(headers as Record<string, string>)).status, 403);
  }
});

test('a 500 explains nothing, to the caller or the log', async () => {
  const { app, lines } = appWithLog();
  const answer = await app.request('/fails?id=A123456789');
  assert.equal(answer.status, 500);
  assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'internal');
  assert.doesNotMatch(JSON.stringify(lines), /A123456789/);
  assert.equal(lines.find((line) => line.level === 'error')?.fields['kind'], 'TypeError');
});

test('a refusal keeps its status, code and headers', async () => {
  const { app } = appWithLog();
  const answer = await app.request('/refuses');
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '60');
  assert.deepEqual(await answer.json(), {
    error: { code: 'busy', message: { 'zh-Hant': '請稍後再試。', en: 'Try later.' } },
  });
});

test('the log holds the pattern of a path, not the path', async () => {
  const { app, lines } = appWithLog();
  await app.request('/people/A123456789?name=x');
  assert.equal(lines[0]?.fields['route'], '/people/:id');
  assert.doesNotMatch(JSON.stringify(lines), /A123456789|name/);
});

test('who is refused for want of a right, or for trying too often, stands among the warnings', async () => {
  const { app, lines } = appWithLog();
  for (const status of [401, 403, 429] as const)
    app.get(`/refused/${status}`, () => {
      throw new HttpError(status, 'refused', { 'zh-Hant': '不行', en: 'no' });
    });
  for (const path of ['/refused/401', '/refused/403', '/refused/429', '/nowhere', '/people/1']) await app.request(path);
  assert.deepEqual(
    lines.map(({ level, fields }) => [level, fields['status']]),
    [
      ['warn', 401],
      ['warn', 403],
      ['warn', 429],
      ['info', 404],
      ['info', 200],
    ],
  );
});

test('cookies bear the party, and behind https are Secure and of this host alone', async () => {
  const app = new Hono();
  const plain = cookiesOf('platform', publicUrl);
  const secure = cookiesOf('county', 'https://county.example');
  app.get('/', (c) => {
    plain.write(c, 'journey', 'a', 60);
    secure.write(c, 'draft', 'b');
    return c.text(`${plain.read(c, 'journey')}`);
  });
  const answer = await app.request('/', {
    headers: { cookie: 'mydata_platform_journey=before; mydata_county_journey=other' },
  });
  assert.equal(await answer.text(), 'before');
  const [first, second] = answer.headers.getSetCookie();
  assert.equal(first, 'mydata_platform_journey=a; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
  assert.equal(second, '__Host-mydata_county_draft=b; Path=/; HttpOnly; Secure; SameSite=Lax');
});

test('reads Basic and Bearer strictly', () => {
  const header = `Basic ${Buffer.from('API.x:se:cret').toString('base64')}`;
  assert.deepEqual(readBasic(header), { name: 'API.x', secret: 'se:cret' });
  for (const bad of [
    undefined,
    'Basic',
    'Basic !!',
    `Bearer abc`,
    `Basic ${Buffer.from('nocolon').toString('base64')}`,
  ])
    assert.equal(readBasic(bad), undefined);
  assert.equal(readBearer('Bearer abc-1'), 'abc-1');
  assert.equal(readBearer('Bearer a b'), undefined);
  assert.ok(sameSecret('abc', 'abc'));
  assert.ok(!sameSecret('abc', 'abcd'));
});

test('the caller is who the socket says', async () => {
  const app = new Hono();
  app.get('/', (c) => c.text(callerAddress(c) ?? 'none'));
  assert.equal(await (await app.request('/', { headers: { 'x-forwarded-for': '1.2.3.4' } })).text(), 'none');
  const env = { incoming: { socket: { remoteAddress: '::ffff:10.0.0.7' } } };
  assert.equal(await (await app.request('/', {}, env)).text(), '10.0.0.7');
});

test('of a proxy that is ours, the caller is whom it names last; of another, itself', async () => {
  const app = new Hono();
  app.get('/', (c) => c.text(callerAddress(c, ['10.0.0.7', '10.0.0.8']) ?? 'none'));
  const from = async (remoteAddress: string, forwarded?: string): Promise<string> => {
    const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    return (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text();
  };
  assert.equal(await from('10.0.0.7', '6.6.6.6, 192.0.2.1, 10.0.0.8'), '192.0.2.1');
  assert.equal(await from('10.0.0.7', '::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(await from('10.0.0.7'), '10.0.0.7');
  assert.equal(await from('10.0.0.9', '192.0.2.1'), '10.0.0.9');
});

test('a form that is none is 400; one that is reaches its route whole', async () => {
  const { app } = appWithLog();
  app.use('/form', readableForm());
  app.post('/form', async (c) => c.json(await c.req.parseBody({ all: true })));
  const send = async (body: BodyInit, type?: string): Promise<Response> =>
    app.request('/form', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', 'login=a'],
    ['multipart/form-data', '--x'],
    ['Multipart/Form-Data; boundary=', ''],
  ] as const)
    assert.equal((await send(body, type)).status, 400, `${type} ${body}`);
  const form = new FormData();
  form.append('a', '1');
  form.append('a', '2');
  assert.deepEqual(await (await send(form)).json(), { a: ['1', '2'] });
  assert.deepEqual(await (await send(new URLSearchParams('a=1'))).json(), { a: '1' });
});
