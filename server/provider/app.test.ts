import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { verifyInner } from '../protocol/mydata-1/inner-zip.ts';
import { assertDescribesRoutes } from '../testing/openapi-check.ts';
import { testNow } from '../testing/test-pki.ts';
import { openApi } from './openapi.ts';
import {
  callDataset,
  goodToken,
  household,
  lowIncome,
  payload,
  secretOf,
  testProvider,
  transactionUid,
  uid,
  type TestProvider,
} from './provider.fixture.ts';

/** `documents`: the files that must stand beside the payload. */
const opened = async (
  provider: TestProvider,
  response: Response,
  documents: readonly string[] = [`${household}.pdf`],
): Promise<unknown> => {
  const ca = new X509Certificate(await (await provider.app.request('/ca.pem')).text());
  const { files } = verifyInner(new Uint8Array(await response.arrayBuffer()), { anchors: [ca], now: testNow });
  assert.deepEqual(
    files.map(({ name }) => name),
    [`${household}.json`, ...documents],
  );
  for (const { name, bytes } of files.slice(1))
    assert.equal(Buffer.from(bytes).toString('latin1', 0, 5), '%PDF-', name);
  return JSON.parse(Buffer.from(files[0]!.bytes).toString('utf8'));
};
const codes = async ({ storage }: TestProvider): Promise<number[]> =>
  (await storage.calls(transactionUid)).map(({ code }) => code);

test('a call with a good token gets the signed record, by GET and by POST', async () => {
  const provider = await testProvider();
  for (const method of ['GET', 'POST']) {
    const response = await callDataset(provider, {}, household, method);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'application/zip');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(await opened(provider, response), payload);
  }
  assert.deepEqual(await codes(provider), [200, 200]);
});

test('whoever takes data home gets documents that are locked, and signed as they are', async () => {
  const provider = await testProvider();
  const anchors = [new X509Certificate(await (await provider.app.request('/ca.pem')).text())];
  for (const [headers, locked] of [
    [{ purpose: 'self-download' }, true],
    [{}, false],
  ] as const) {
    const response = await callDataset(provider, headers);
    const { files } = verifyInner(new Uint8Array(await response.arrayBuffer()), { anchors, now: testNow });
    const document = files.find(({ name }) => name.endsWith('.pdf'));
    assert.equal(/\/Encrypt /.test(Buffer.from(document!.bytes).toString('latin1')), locked);
    assert.equal(files.length, 2, 'the payload for programs comes along, open');
  }
});

test('the token is introspected with the secret of this dataset, then its person asked for', async () => {
  const provider = await testProvider();
  await callDataset(provider);
  const [introspect, userinfo] = provider.requests;
  assert.deepEqual([introspect!.method, introspect!.url], ['POST', 'http://platform.test/connect/introspect']);
  assert.equal(introspect!.headers.get('content-type'), 'application/x-www-form-urlencoded');
  assert.equal(
    Buffer.from(introspect!.headers.get('authorization')!.slice(6), 'base64').toString(),
    `${household}:${secretOf(household)}`,
  );
  assert.equal(await introspect!.text(), `token=${goodToken}`);
  assert.deepEqual(
    [userinfo!.method, userinfo!.url, userinfo!.headers.get('authorization')],
    ['GET', 'http://platform.test/connect/userinfo', `Bearer ${goodToken}`],
  );
  assert.equal(provider.requests.length, 2);
});

test('without a token, with a strange one or a bad one there is no data and no hint', async () => {
  const provider = await testProvider();
  const answers = await Promise.all(
    ['', 'Bearer', 'Basic Z29vZC10b2tlbg==', 'Bearer bad-token', `Bearer ${goodToken} x`].map((authorization) =>
      callDataset(provider, { authorization }),
    ),
  );
  for (const response of answers) {
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate')!, /^Bearer/);
    assert.deepEqual([response.headers.get('x-error'), await response.text()], ['token-invalid', '']);
  }
  assert.deepEqual(await codes(provider), [401, 401, 401, 401, 401]);
  assert.equal(provider.requests.length, 1, 'only what looks like a token is asked about');
});

test('a token for another dataset is refused', async () => {
  const provider = await testProvider();
  assert.equal((await callDataset(provider, {}, lowIncome)).status, 401);
  provider.platform.introspection = () => Response.json({ active: true, aud: household });
  assert.equal((await callDataset(provider, {}, lowIncome)).status, 401);
  assert.equal((await callDataset(provider)).status, 200);
});

test('`active` must be true and nothing that looks like it; an expired token is not active', async () => {
  const provider = await testProvider();
  for (const answer of [
    {},
    { active: 'true' },
    { active: 1 },
    { active: null },
    { active: true, exp: testNow.getTime() / 1000 },
  ]) {
    provider.platform.introspection = () => Response.json(answer);
    assert.equal((await callDataset(provider)).status, 401, JSON.stringify(answer));
  }
});

test('an identity method that the dataset does not admit opens nothing', async () => {
  const provider = await testProvider();
  for (const [verification, status] of [
    ['CER', 200],
    ['TFD', 200],
    ['FIC', 200],
    ['FCH', 200],
    ['FCS', 401],
    ['MOE', 401],
    ['OTP', 401],
    ['PII', 401],
    ['XXX', 401],
  ] as const) {
    provider.platform.introspection = () => Response.json({ active: true, verification });
    assert.equal((await callDataset(provider)).status, status, verification);
  }
});

test('uid_verified is a text or a Boolean, and the token stands with or without the word Bearer', async () => {
  const provider = await testProvider();
  for (const uid_verified of ['True', 'true', true]) {
    provider.platform.userinfo = () => Response.json({ uid, uid_verified });
    assert.equal((await callDataset(provider)).status, 200, String(uid_verified));
  }
  const text = `test::${'0a'.repeat(32)}`;
  provider.platform.introspection = (token) => Response.json({ active: token === text });
  for (const authorization of [text, `Bearer ${text}`, `bearer ${text}`])
    assert.equal((await callDataset(provider, { authorization })).status, 200, authorization);
});

test('a person who is not certain is nobody', async () => {
  const provider = await testProvider();
  for (const user of [
    ...[{}, { uid: 7 }, { uid: '' }, { uid: 'a123456789' }],
    ...[false, 'False', '', 1, null].map((uid_verified) => ({ uid, uid_verified })),
  ]) {
    provider.platform.userinfo = () => Response.json(user);
    assert.equal((await callDataset(provider)).status, 401, JSON.stringify(user));
  }
  provider.platform.userinfo = () => new Response(null, { status: 401 });
  assert.equal((await callDataset(provider)).status, 401);
});

test('no record is an answer without a body', async () => {
  const provider = await testProvider();
  provider.platform.introspection = () => Response.json({ active: true });
  const response = await callDataset(provider, {}, lowIncome);
  assert.deepEqual([response.status, await response.text()], [204, '']);
  provider.platform.userinfo = () => Response.json({ uid: 'A800000014' });
  assert.equal((await callDataset(provider)).status, 204);
  assert.deepEqual(await codes(provider), [204, 204]);
});

test('a dataset in preparation says when to come back, per transaction, and is there afterwards', async () => {
  const provider = await testProvider({ preparationSeconds: { [household]: 60 } });
  const first = await callDataset(provider);
  assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '60']);
  provider.advance(20.5);
  const second = await callDataset(provider, { transaction_uid: transactionUid.toUpperCase() });
  assert.deepEqual([second.status, second.headers.get('retry-after')], [429, '40']);
  const other = await callDataset(provider, { transaction_uid: 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0002' });
  assert.deepEqual([other.status, other.headers.get('retry-after')], [429, '60']);
  provider.advance(39.5);
  assert.equal((await callDataset(provider)).status, 200);
  assert.deepEqual(await codes(provider), [429, 429, 200]);
});

test('whoever has no token begins no preparation', async () => {
  const provider = await testProvider({ preparationSeconds: { [household]: 60 } });
  assert.equal((await callDataset(provider, { authorization: 'Bearer bad' })).status, 401);
  assert.equal(await provider.storage.preparation(transactionUid, household), undefined);
});

test('only the fields asked for are signed, the wrapper stays', async () => {
  const provider = await testProvider();
  const narrowed = async (fields: string): Promise<unknown> =>
    opened(provider, await callDataset(provider, { fields }), []);
  assert.deepEqual(await narrowed('person_name, marriage_code'), {
    responseData: { personHouseholdData12: { person_name: '測試人', marriage_code: '未婚' } },
  });
  assert.deepEqual(await narrowed('householdAddress.village,not_there'), {
    responseData: { personHouseholdData12: { householdAddress: { village: '祥和里' } } },
  });
});

test('a list of fields that cannot be read gets nothing, rather than everything', async () => {
  const provider = await testProvider();
  for (const fields of ['', ',', 'a b', 'a;b', 'a..b', '*', 'x'.repeat(65)]) {
    assert.equal((await callDataset(provider, { fields })).status, 400, fields);
  }
  assert.equal(provider.requests.length, 0);
});

test('transaction_uid must be a UUID', async () => {
  const provider = await testProvider();
  for (const transaction_uid of [
    '',
    '1',
    `${transactionUid}0`,
    transactionUid.replaceAll('-', ''),
    '00000000-0000-0000-0000-000000000000',
  ]) {
    assert.equal((await callDataset(provider, { transaction_uid })).status, 400, transaction_uid);
  }
  const none = await provider.app.request(`/dp/${household}`, { headers: { authorization: `Bearer ${goodToken}` } });
  assert.equal(none.status, 400);
  assert.equal((await provider.app.request(`/dp/${household}`)).status, 401, 'without a token that is said first');
});

test('a dataset that is not here is not found, and the heartbeat needs no token', async () => {
  const provider = await testProvider();
  assert.equal((await callDataset(provider, {}, 'API.0000000000')).status, 404);
  const beat = await provider.app.request(`/dp/${household}?heartbeat=true`);
  assert.deepEqual([beat.status, await beat.text()], [200, '']);
  assert.equal((await provider.app.request(`/dp/${household}?heartbeat=1`)).status, 401);
  assert.equal(provider.requests.length, 0);
});

test('when the platform cannot be asked the answer is 500, recorded, and says no more', async () => {
  const provider = await testProvider();
  const failures: (() => Response | Promise<Response>)[] = [
    () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1')),
    () => new Response('no', { status: 401 }),
    () => new Response('<html>', { status: 200 }),
    () => new Response(null, { status: 302, headers: { location: 'http://elsewhere.test' } }),
  ];
  for (const failure of failures) {
    provider.platform.introspection = failure;
    const response = await callDataset(provider);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /ECONN|10\.0|introspect|secret/);
  }
  assert.deepEqual(await codes(provider), [500, 500, 500, 500]);
});

test('what breaks inside is a 500 that explains nothing', async () => {
  const provider = await testProvider();
  Object.assign(provider.storage, { findRecord: () => Promise.reject(new Error(`no table for ${uid}`)) });
  const response = await callDataset(provider);
  assert.equal(response.status, 500);
  assert.deepEqual([response.headers.get('x-error'), await response.text()], ['internal', '']);
  assert.deepEqual(await codes(provider), [500]);
});

test('neither secrets, tokens nor persons are logged or recorded', async () => {
  const provider = await testProvider();
  await callDataset(provider);
  await callDataset(provider, { authorization: 'Bearer bad-token' });
  provider.platform.introspection = () => new Response(null, { status: 500 });
  await callDataset(provider);
  Object.assign(provider.storage, { findRecord: () => Promise.reject(new Error(uid)) });
  await callDataset(provider);
  const kept = provider.logged.join('\n') + JSON.stringify(await provider.storage.calls(transactionUid));
  assert.ok(provider.logged.length >= 4);
  for (const secret of [secretOf(household), goodToken, 'bad-token', uid, '測試人'])
    assert.ok(!kept.includes(secret), secret);
});

test('one person’s transfers can be found again without the id being kept', async () => {
  const provider = await testProvider();
  await callDataset(provider);
  const [call] = await provider.storage.calls(transactionUid);
  assert.match(call!.personHash!, /^[0-9a-f]{64}$/);
  assert.equal((await provider.storage.callsOfPerson(call!.personHash!)).length, 1);
});

test('the public pages are there, with a strict policy', async () => {
  const { app, pki } = await testProvider();
  const page = await app.request('/');
  assert.equal(page.status, 200);
  assert.match(page.headers.get('content-security-policy')!, /frame-ancestors 'none'/);
  const text = await page.text();
  assert.match(text, /沒有任何真實的人/);
  assert.match(text, /個人戶籍資料/);
  assert.doesNotMatch(text, /<script|style="/);
  assert.match((await app.request('/style.css')).headers.get('content-type')!, /^text\/css/);
  assert.deepEqual(await (await app.request('/health')).json(), { status: 'ok' });
  assert.equal(await (await app.request('/ca.pem')).text(), pki.ca.certificate.toString());
  assert.equal((await app.request('/nothing')).status, 404);
});

test('the OpenAPI document describes every route and no other', async () => {
  const { app } = await testProvider();
  assertDescribesRoutes(app, openApi('http://provider.test'));
  assert.deepEqual(await (await app.request('/openapi.json')).json(), openApi('http://provider.test'));
});

test('single fields of a dataset that comes as a whole are refused, whoever asks', async () => {
  const provider = await testProvider();
  for (const resource of ['API.KvvyRZSc5K', 'API.TeV2Md7SIx']) {
    const response = await callDataset(provider, { fields: 'a' }, resource);
    assert.equal(response.status, 400);
    assert.equal(response.headers.get('x-error'), 'fields-not-possible');
  }
});
