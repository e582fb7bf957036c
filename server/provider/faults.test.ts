import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { verifyInner } from '../protocol/mydata-1/inner-zip.ts';
import { testNow } from '../testing/test-pki.ts';
import { callDataset, household, testProvider, uid, type TestProvider } from './testing.ts';

const put = (provider: TestProvider, body: unknown, type = 'application/json') =>
  provider.app.request('/sandbox/faults', {
    method: 'PUT',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
const broken = async (fault: string): Promise<TestProvider> => {
  const provider = await testProvider();
  assert.equal((await put(provider, { resource: household, fault })).status, 200);
  return provider;
};
const packageOf = async (provider: TestProvider): Promise<ReturnType<typeof verifyInner>> => {
  const ca = new X509Certificate(await (await provider.app.request('/ca.pem')).text());
  const response = await callDataset(provider);
  assert.equal(response.status, 200);
  return verifyInner(new Uint8Array(await response.arrayBuffer()), { anchors: [ca], now: testNow });
};

test('a dead dataset answers nothing, not even its heartbeat, until it is well again', async () => {
  const provider = await broken('dead');
  assert.equal((await callDataset(provider)).status, 503);
  assert.equal((await provider.app.request(`/dp/${household}?heartbeat=true`)).status, 503);
  await put(provider, { resource: household, fault: null });
  assert.equal((await callDataset(provider)).status, 200);
  assert.deepEqual(await (await provider.app.request('/sandbox/faults')).json(), { faults: {} });
});

test('a slow one answers after a pause', async () => {
  const provider = await broken('slow');
  assert.equal((await packageOf(provider)).files.length, 2);
  assert.deepEqual(provider.waited, [10_000]);
});

test('a bad signature, and a package that unpacks to too much, are caught', async () => {
  await assert.rejects(packageOf(await broken('bad-signature')), { step: 'manifest-signature' });
  await assert.rejects(packageOf(await broken('oversized')), { step: 'shape' });
});

test('the record of another person is signed well', async () => {
  const { files } = await packageOf(await broken('wrong-person'));
  assert.ok(!Buffer.from(files[0]!.bytes).includes(uid));
  assert.ok(Buffer.from(files[0]!.bytes).includes('A800000014'));
});

test('what cannot be read changes nothing, and outside the test environment there is no such door', async () => {
  const provider = await testProvider();
  for (const [body, type] of [
    [{ resource: 'API.0000000000', fault: 'dead' }],
    [{ resource: household, fault: 'explode' }],
    [{ resource: household }],
    [null],
    [{ resource: household, fault: 'dead' }, 'text/plain'],
  ] as const)
    assert.equal((await put(provider, body, type)).status, 400);
  assert.deepEqual(await (await provider.app.request('/sandbox/faults')).json(), { faults: {} });
  const live = await testProvider({ sandbox: false });
  assert.equal((await put(live, { resource: household, fault: 'dead' })).status, 404);
  assert.equal((await live.app.request('/sandbox/faults')).status, 404);
});
