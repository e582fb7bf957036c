/** A dataset whose agency has a server of its own, beside the reference provider: what is sent there, and whom it believes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificatePem, issueCertificate } from '../../crypto/x509.ts';
import { createTestPki, testValidity } from '../../testing/test-pki.ts';
import {
  Browser,
  client,
  encrypt,
  entryUrl,
  household,
  innerZip,
  lowIncome,
  signedZip,
  world,
  type World,
} from '../app.fixture.ts';
import { platformOf } from '../platform.ts';
import { askProvider } from '../delivery/ask-provider.ts';
import { entryOf, keepFileProviders } from './set-provider.ts';
import type { ProviderSetting } from './setting.ts';

const uid = '5a3ec4f6-9be1-4a8f-9d38-0b0f3a3bdc55';
const setting = (more: Partial<ProviderSetting> = {}): ProviderSetting => ({
  resourceId: household,
  url: 'http://localhost:9901/dp/agency?system=a',
  method: 'GET',
  token: 'bearer',
  dates: 'yyyy/MM/dd',
  headers: {},
  secret: 'secret-of-the-agency',
  ...more,
});

async function set(made: World, more: Partial<ProviderSetting> = {}): Promise<void> {
  const entry = entryOf(made, setting(more), { source: 'console', changedBy: '陳維運' });
  assert.ok((await made.storage.commit([{ step: 'set-provider', entry }])).ok);
}

const ask = (made: World, more: object = {}) =>
  askProvider(platformOf(made.options), { resourceId: household, token: 'test::abc', transactionUid: uid, ...more });

test('without an entry the reference provider is asked, with a token of the observed form', async () => {
  const made = await world();
  made.dp[household] = { status: 204 };
  assert.equal((await ask(made, { fields: ['person_id'] })).code, 204);
  const [request] = made.dpRequests;
  assert.equal(request?.url, `http://localhost:8703/dp/${household}`);
  assert.equal(request?.headers.get('authorization'), 'Bearer test::abc');
  assert.equal(request?.headers.get('fields'), 'person_id');

  await new Browser(made.app).toConsent(made);
  assert.match(made.dpRequests[1]?.headers.get('authorization') ?? '', /^Bearer test::[0-9a-z]{64}$/);
});

test('its own address, method, headers, form of the token and of dates', async () => {
  const made = await world();
  await set(made, { method: 'POST', token: 'bare', headers: { 'x-agency-key': 'k1' } });
  let body = '';
  made.dp['agency'] = async (request) => {
    body = await request.text();
    return { status: 204 };
  };
  const parameters = { startDate: '2025-05-01', year: '114', county: '嘉義縣 100%', purpose: 'self-download' };
  assert.equal((await ask(made, { fields: ['person_id'], parameters })).code, 204);
  const [request] = made.dpRequests;
  assert.equal(request?.url, 'http://localhost:9901/dp/agency?system=a');
  assert.equal(request?.method, 'POST');
  const header = (name: string) => request?.headers.get(name);
  assert.equal(header('authorization'), 'test::abc');
  assert.equal(header('transaction_uid'), uid);
  assert.equal(header('x-agency-key'), 'k1');
  assert.equal(header('fields'), null);
  assert.deepEqual([header('startDate'), header('year')], ['2025/05/01', '114']);
  assert.equal(header('county'), '%E5%98%89%E7%BE%A9%E7%B8%A3%20100%25');
  assert.deepEqual(JSON.parse(body), { startDate: '2025/05/01', year: '114', county: '嘉義縣 100%' });

  await set(made, { method: 'POST', dates: 'yyyy-MM-dd' });
  await ask(made);
  assert.equal(body, '{}');
  await set(made, { dates: 'yyyy-MM-dd' });
  await ask(made, { parameters });
  assert.equal(made.dpRequests[2]?.headers.get('startDate'), '2025-05-01');
});

test('what it answers: 426 counts as 429, a redirect goes nowhere, and the log learns why', async () => {
  const made = await world();
  await set(made);
  const answers = async (status: number, headers: Record<string, string> = {}, bytes?: Uint8Array) => {
    made.dp['agency'] = { status, headers, ...(bytes && { body: bytes }) };
    const { code, reason, retryAt } = await ask(made);
    return [code, reason ?? (retryAt && (retryAt.getTime() - made.clock.now().getTime()) / 1000)];
  };
  assert.deepEqual(await answers(429, { 'retry-after': '20' }), [429, 20]);
  assert.deepEqual(await answers(426, { 'retry-after': '3' }), [429, 3]);
  assert.deepEqual(await answers(429), [429, 60]);
  assert.deepEqual(await answers(429, { 'retry-after': '0' }), [429, 1]);
  assert.deepEqual(await answers(429, { 'retry-after': '1.5' }), [429, 60]);
  assert.deepEqual(await answers(429, { 'retry-after': '99999' }), [429, 3600]);
  assert.deepEqual(await answers(302, { location: '/elsewhere' }), [504, 'redirected']);
  assert.deepEqual(await answers(500), [504, 'status-500']);
  assert.deepEqual(await answers(401), [504, 'status-401']);
  assert.deepEqual(await answers(200, { 'content-type': 'text/html' }, Buffer.from('x')), [504, 'not-application-zip']);
  assert.deepEqual(await answers(200), [504, 'empty']);
  assert.deepEqual((await answers(200, { 'content-type': 'Application/ZIP' }, Buffer.from('x')))[0], 200);
});

test('its own secret introspects, and that of the reference provider does not any more', async () => {
  const made = await world();
  const introspect = async (secret: string, resource = household) => {
    const authorization = `Basic ${Buffer.from(`${resource}:${secret}`).toString('base64')}`;
    const token = made.dpRequests.at(-1)?.headers.get('authorization')?.replace('Bearer ', '') ?? '';
    const answer = await made.app.request('/connect/introspect', {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ token }),
    });
    return ((await answer.json()) as { active: boolean }).active;
  };
  await set(made);
  const told: unknown[] = [];
  made.dp['agency'] = async () => {
    told.push(await introspect('secret-of-the-agency'), await introspect(`secret-of-${household}`));
    told.push(await introspect('secret-of-the-agency', lowIncome));
    return { status: 204 };
  };
  made.dp[lowIncome] = { status: 204 };
  await new Browser(made.app).toConsent(made, { resources: household });
  assert.deepEqual(told, [true, false, false]);
});

test('its packages lead to its own authority, and to no other', async () => {
  const made = await world();
  const other = await createTestPki();
  const agency = await issueCertificate(other.ca, {
    ...testValidity,
    subject: { C: 'TW', O: '某某機關', CN: 'dp.example' },
    privateKey: other.keys[0],
  });
  const payload = { person_id: 'A123456789' };
  const zip = signedZip([{ name: 'data.json', payload }], agency);
  const outcome = async (body: Uint8Array, more: Partial<ProviderSetting>) => {
    made.dp['agency'] = { status: 200, body };
    await set(made, more);
    const before = made.log.length;
    await new Browser(made.app).toConsent(made, { resources: household });
    const line = made.log.slice(before).find(({ message }) => message === 'package of a provider refused');
    return (line?.fields as { reason?: string } | undefined)?.reason ?? 'taken';
  };
  const ca = certificatePem(other.ca.certificate);
  assert.notEqual(await outcome(zip, {}), 'taken');
  const first = await outcome(zip, { ca });
  assert.equal(first, await outcome(innerZip(payload), {}), 'as the reference provider’s own');
  assert.notEqual(await outcome(innerZip(payload), { ca }), first);
  assert.equal(await outcome(zip, { ca, agency: { O: '某某機關' } }), first);
  assert.equal(await outcome(zip, { ca, agency: { O: '內政部' } }), 'wrong-agency');
});

test('its heartbeat is asked without a token; down is said before identity, with 504', async () => {
  const made = await world();
  await set(made, { heartbeatUrl: 'http://localhost:9901/dp/alive', headers: { 'x-agency-key': 'k1' } });
  made.dp['alive'] = { status: 500 };
  for (const id of platformOf(made.options).datasets.keys()) made.dp[id] ??= { status: 200 };
  assert.deepEqual((await made.app.watch()).down, 1);
  const asked = made.dpRequests.filter(({ url }) => url.includes('/dp/alive'));
  assert.deepEqual(
    asked.map(({ method, headers }) => [method, headers.get('authorization'), headers.get('x-agency-key')]),
    [['GET', null, 'k1']],
  );
  assert.ok(!made.dpRequests.some(({ url }) => url.includes(household)));
  const back = await made.app.request(entryUrl({ txId: uid }));
  const location = new URL(back.headers.get('location') ?? '');
  assert.equal(location.origin + location.pathname, client.return_url);
  assert.equal(location.searchParams.get('code'), '504');
  assert.equal(location.searchParams.get('tx_id')?.replaceAll(' ', '+'), encrypt(uid));
  assert.deepEqual(made.spCalls, []);

  made.dp['alive'] = { status: 200 };
  await made.app.watch();
  assert.match((await made.app.request(entryUrl())).headers.get('location') ?? '', /^\/journey\//);
});

test('the file’s entries come and go with the file, and what people set stands in its way', async () => {
  const made = await world();
  const entries = async () =>
    (await made.storage.providerEntries()).map(({ resourceId, source, url }) => [resourceId, source, url]);
  const url = 'http://localhost:9901/dp/low';
  assert.deepEqual(await keepFileProviders(made, [setting(), setting({ resourceId: lowIncome, url })]), []);
  const first = await made.storage.providerEntry(household);
  made.clock.pass(1000);
  assert.deepEqual(await keepFileProviders(made, [setting()]), []);
  assert.deepEqual(await entries(), [[household, 'file', setting().url]]);
  assert.deepEqual(await made.storage.providerEntry(household), first, 'the same stays as it is');
  await keepFileProviders(made, []);
  await set(made);
  assert.deepEqual(await keepFileProviders(made, [setting({ url })]), [household]);
  assert.deepEqual(await entries(), [[household, 'console', setting().url]]);
  const row = Buffer.from((await made.storage.providerEntry(household))!.sealed).toString('latin1');
  assert.doesNotMatch(row, /secret-of-the-agency/);
});
