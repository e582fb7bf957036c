import assert from 'node:assert/strict';
import { createDecipheriv, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { client, encrypt, entryUrl, household, lowIncome, vehicle, world, type Start } from '../app.fixture.ts';

const second = { ...client, client_id: 'CLI.suspended1', suspended: true };
const empty = { ...client, client_id: 'CLI.nodatasets', resources: [] };

async function arrive(
  start: Start,
  path = entryUrl(start),
): Promise<{ status: number; code?: string; txId?: string; location?: string }> {
  const { app } = await world({ clients: [client, second, empty] });
  const response = await app.request(path);
  const location = response.headers.get('location') ?? undefined;
  if (!location?.startsWith('http')) return { status: response.status, location };
  const url = new URL(location);
  const sealed = url.searchParams.get('tx_id');
  const decipher = createDecipheriv('aes-256-cbc', client.client_secret.repeat(2), client.cbc_iv);
  const txId = sealed === null ? undefined : decipher.update(sealed, 'base64', 'utf8') + decipher.final('utf8');
  return { status: response.status, code: url.searchParams.get('code') ?? undefined, txId, location };
}

test('a good arrival opens a journey, and gives the browser its one cookie', async () => {
  const { app } = await world();
  const response = await app.request(entryUrl());
  assert.equal(response.status, 302);
  assert.match(response.headers.get('location') ?? '', /^\/journey\/[\w-]{22}\/facts$/);
  assert.match(
    response.headers.get('set-cookie') ?? '',
    /^mydata_platform_browser_[\w-]{6}=[\w-]{43}; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('without a registered place to go back to, the platform says so itself', async () => {
  assert.equal((await arrive({ returnUrl: null })).status, 400);
  assert.equal((await arrive({ clientId: 'CLI.unknown000' })).status, 401);
  for (const returnUrl of [
    'https://evil.example/',
    'http://localhost:8702/mydata/return/other',
    'http://localhost:8702@evil.example/mydata/return/emergency-relief',
    'javascript:alert(1)',
    '//evil.example',
  ]) {
    const answer = await arrive({ returnUrl });
    assert.equal(answer.status, 404, returnUrl);
    assert.equal(answer.location, undefined);
  }
  assert.equal((await arrive({ returnUrl: 'https://evil.example/', pid: 'x' })).status, 400);
});

test('what is wrong goes back with its code, the transaction and the original query', async () => {
  const txId = randomUUID();
  const cases: [Start, string][] = [
    [{ pid: null }, '400'],
    [{ pid: 'bm90IGVuY3J5cHRlZA==' }, '400'],
    [{ pid: encrypt('not an id') }, '400'],
    [{ resources: 'nonsense' }, '400'],
    [{ resources: `${household}:${household}` }, '400'],
    [{ resources: vehicle }, '401'],
    [{ resources: 'API.unknown000' }, '401'],
    [{ clientId: empty.client_id }, '403'],
    [{ clientId: second.client_id }, '423'],
  ];
  for (const [start, code] of cases) {
    const answer = await arrive({ ...start, txId });
    assert.equal(answer.status, 302, JSON.stringify(start));
    assert.equal(answer.code, code, JSON.stringify(start));
    assert.equal(answer.txId, txId);
    assert.match(
      answer.location ?? '',
      /^http:\/\/localhost:8702\/mydata\/return\/emergency-relief\?code=\d+&tx_id=[^&]+&draft=7$/,
    );
  }
  assert.equal((await arrive({ txId: 'no-uuid' })).code, '400');
});

test('a tx_id serves once', async () => {
  const { app } = await world();
  const path = entryUrl({ txId: randomUUID() });
  assert.match((await app.request(path)).headers.get('location') ?? '', /^\/journey/);
  assert.match((await app.request(path)).headers.get('location') ?? '', /code=400/);
});

test('a tx_id written in other letters is still the same, and one of both kinds is none', async () => {
  const { app } = await world();
  const txId = 'abcdef00-0000-4000-8000-00000000000a';
  const code = async (given: string): Promise<string> => {
    const location = (await app.request(entryUrl({ txId: given }))).headers.get('location') ?? '';
    return location.startsWith('/journey/') ? 'opened' : (new URL(location).searchParams.get('code') ?? '');
  };
  assert.equal(await code(txId.toUpperCase()), 'opened');
  assert.equal(await code(txId), '400');
  assert.equal(await code('ABCDEF00-0000-4000-8000-00000000000b'), '400');
});

test('nobody gets a tx_id encrypted that could speak for another browser, or as a pid', async () => {
  const { app } = await world();
  const sentBack = async (start: Start): Promise<URLSearchParams | 'opened'> => {
    const location = (await app.request(entryUrl(start))).headers.get('location') ?? '';
    return location.startsWith('/journey/') ? 'opened' : new URL(location).searchParams;
  };
  const back = async (start: Start) => {
    const query = await sentBack(start);
    return query === 'opened' ? query : [query.get('code'), query.has('tx_id'), query.get('draft')];
  };
  // Other text than a UUID.
  assert.deepEqual(await back({ txId: 'A123456789' }), ['400', false, '7']);
  // A transaction that opened in another browser, asked for again, well or badly.
  const opened = randomUUID();
  assert.equal(await back({ txId: opened }), 'opened');
  assert.deepEqual(await back({ txId: opened }), ['400', false, '7']);
  assert.deepEqual(await back({ txId: opened, pid: 'x' }), ['400', false, '7']);
  assert.deepEqual(await back({ txId: opened.toUpperCase(), pid: 'x' }), ['400', false, '7']);
  // A tx_id that was sent back opens nothing any more, and its mistakes are told as before.
  const refused = randomUUID();
  assert.deepEqual(await back({ txId: refused, pid: 'x' }), ['400', true, '7']);
  assert.deepEqual(await back({ txId: refused, resources: vehicle }), ['401', true, '7']);
  assert.deepEqual(await back({ txId: refused }), ['400', true, '7']);
  assert.equal(await back({ txId: randomUUID() }), 'opened');
});

test('HEAD neither opens a journey nor uses a tx_id up', async () => {
  const { app } = await world();
  const path = entryUrl({ txId: randomUUID() });
  const head = await app.request(path, { method: 'HEAD' });
  assert.equal(head.status, 405);
  assert.equal(head.headers.get('allow'), 'GET');
  assert.match((await app.request(path)).headers.get('location') ?? '', /^\/journey/);
});

test('resources are read in every way they may be written in a path', async () => {
  const txId = randomUUID();
  const query = entryUrl({ txId }).split('?')[1];
  const base64 = Buffer.from([household, lowIncome].join(':')).toString('base64');
  for (const segment of [base64, encodeURIComponent(base64), base64.replace(/=+$/, '')]) {
    const answer = await arrive({}, `/service/${client.client_id}/${segment}/${txId}?${query}`);
    assert.match(answer.location ?? '', /^\/journey/, segment);
  }
  // Not Base64 of any id, but with slashes: read as one segment, refused with its code.
  for (const segment of ['QVBJ/Lg', 'QVBJ//Lg', 'QVBJ%2FLg', '%E0%A4']) {
    assert.equal((await arrive({}, `/service/${client.client_id}/${segment}/${txId}?${query}`)).code, '400', segment);
  }
});

test('a pid whose + became a space is read', async () => {
  const plus = Array.from({ length: 26 }, (_, letter) => `${String.fromCharCode(65 + letter)}`)
    .flatMap((letter) => Array.from({ length: 40 }, (_, number) => `${letter}1${String(10000000 + number)}`))
    .find((one) => encrypt(one).includes('+'));
  assert.ok(plus);
  assert.match((await arrive({ pid: encrypt(plus).replaceAll('+', ' ') })).location ?? '', /^\/journey/);
});
