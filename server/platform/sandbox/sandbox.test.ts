import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { X509Certificate, verify } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertDescribesRoutes, type OpenApiDocument } from '../../testing/openapi-check.ts';
import { Browser, client, household, innerZip, residents, world, type World } from '../app.fixture.ts';
import { loadPlatformKeys } from '../keys.ts';
import { verifyChain } from '../../crypto/chain.ts';
import { catalogue, inUse } from '#schemas/datasets/catalogue.ts';

const sign = async (made: World, body: unknown): Promise<{ status: number; body: Record<string, string> }> => {
  const response = await made.app.request('/sandbox/card/sign', { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

test('the simulated card signs with the resident’s own key, and locks after three wrong PINs', async () => {
  const made = await world();
  const { card } = residents[0] ?? assert.fail();
  const request = { card: card.number, pin: card.pin, challenge: 'a'.repeat(43) };
  const right = await sign(made, request);
  assert.equal(right.status, 200);
  const certificate = new X509Certificate(right.body['certificate'] ?? '');
  assert.ok(
    verify(
      'sha256',
      Buffer.from(request.challenge),
      certificate.publicKey,
      Buffer.from(right.body['signature'] ?? '', 'base64'),
    ),
  );
  assert.equal((await sign(made, {})).status, 400);
  assert.equal((await sign(made, { ...request, challenge: 'short' })).status, 400);
  const unknown = await sign(made, { ...request, card: 'ZZ00000000000000' });
  const wrong = await sign(made, { ...request, pin: '000000' });
  assert.deepEqual(unknown, wrong);
  assert.equal(wrong.status, 403);
  await sign(made, { ...request, pin: '000001' });
  await sign(made, { ...request, pin: '000002' });
  assert.equal((await sign(made, request)).status, 423, 'locked even for the right PIN');
  made.clock.pass(15 * 60_000);
  assert.equal((await sign(made, request)).status, 200);
});

test('outside the test environment there is no sandbox', async () => {
  const made = await world({ environment: 'live' });
  for (const path of ['/sandbox/residents', '/sandbox/outbox', '/sandbox/records', '/outbox'])
    assert.equal((await made.app.request(path)).status, 404, path);
  assert.equal((await made.app.request('/sandbox/card/sign', { method: 'POST', body: '{}' })).status, 404);
  const home = await (await made.app.request('/')).text();
  assert.doesNotMatch(home, /測試環境|sandbox|林小美/);
});

test('the description lists every route, in both environments', async () => {
  for (const environment of ['test', 'live'] as const) {
    const { app } = await world({ environment });
    const document = (await (await app.request('/openapi.json')).json()) as OpenApiDocument;
    // The second pattern of the arrival is the first one with slashes in its Base64.
    assertDescribesRoutes(app, document, {
      ignore: (route) => route.startsWith('GET /assets/') || route.endsWith('/{rest}'),
    });
  }
});

test('records tell what happened, and of nobody', async () => {
  const made = await world();
  made.dp[household] = { status: 200, body: innerZip({ person_id: 'A123456789' }) };
  const browser = new Browser(made.app);
  await browser.prove(made, await browser.toIdentity({ resources: household }));
  const records = (await (await made.app.request('/sandbox/records')).json()) as {
    clientId: string;
    events: { number: number }[];
  }[];
  assert.equal(records[0]?.clientId, client.client_id);
  assert.deepEqual(
    records[0]?.events.map(({ number }) => number),
    [140, 180, 250, 280],
  );
  assert.doesNotMatch(JSON.stringify(records), /A123456789|林小美|Hash"/);
});

test('front page, health, files and what is not there', async () => {
  const { app } = await world();
  const home = await (await app.request('/')).text();
  assert.match(home, /參考平臺・測試環境/);
  assert.match(home, /虛構/);
  assert.deepEqual(await (await app.request('/health')).json(), { status: 'ok', app: 'platform' });
  assert.equal((await app.request('/assets/platform.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  for (const path of ['/assets/none.css', '/assets/..%2Fapp.ts', '/assets/app.ts', '/nowhere'])
    assert.equal((await app.request(path)).status, 404, path);
  const page = await app.request('/nowhere', { headers: { accept: 'text/html' } });
  assert.match(await page.text(), /<h1>找不到<\/h1>/);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('the catalogue is listed with what is up', async () => {
  const { app } = await world();
  const list = (await (await app.request('/find_all_resources')).json()) as Record<string, string>[];
  assert.equal(list.length, inUse.size);
  const row = list.find(({ resource_id }) => resource_id === household);
  assert.deepEqual(Object.keys(row ?? {}), ['resource_id', 'dep', 'name', 'link', 'cate', 'status']);
  assert.equal(row?.['status'], '01');
});

test('NHI card and two documents prove identity where the dataset accepts them', async () => {
  const weak =
    [...catalogue.values()].find(({ identity }) => identity.includes('two-document'))?.id ??
    [...catalogue.values()].find(({ identity }) => identity.includes('nhi-card'))?.id;
  assert.ok(weak, 'the catalogue knows a dataset that accepts one of them');
  const twoDocuments = catalogue.get(weak)?.identity.includes('two-document') ?? false;
  const person = { nationalId: 'a123456789', birthday: '69/01/01'.padStart(9, '0') };
  const right = {
    'nhi-card': { nhiNumber: '111111111111', nhiPassword: 'nhi-lin' },
    'two-document': { nhiNumber: '1111-1111-1111', householdNumber: 'f1234561' },
  };
  for (const method of twoDocuments ? (['nhi-card', 'two-document'] as const) : (['nhi-card'] as const)) {
    const made = await world({ clients: [{ ...client, resources: [weak] }] });
    made.dp[weak] = { status: 204 };
    const browser = new Browser(made.app);
    const page = await browser.toIdentity({ resources: weak }, method);
    const wrong = await browser.post(page, 'identity', { ...person, ...right[method], nhiNumber: '222222222222' });
    assert.equal(wrong.response.status, 422, method);
    const preview = await browser.post(wrong, 'identity', { ...person, ...right[method] });
    assert.match(preview.path, /preview$/, method);
  }
});

test('keys are made once, for their owner only, and lead to the citizen CA', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'platform-keys-'));
  const clock = { now: () => new Date('2026-11-23T01:00:00Z') };
  const one = await loadPlatformKeys(folder, residents.slice(0, 1), clock);
  const two = await loadPlatformKeys(folder, residents.slice(0, 1), clock);
  assert.deepEqual(two.residents, one.residents);
  assert.deepEqual(two.hashKey, one.hashKey);
  const certificate = new X509Certificate(one.residents.get('lin')?.certificatePem ?? '');
  assert.equal(verifyChain(certificate, two.citizenCa, clock.now()).length, 2);
  assert.equal((await stat(join(folder, 'hash-key'))).mode & 0o077, 0);
  await rm(folder, { recursive: true });
});
