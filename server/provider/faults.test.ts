import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { verifyInner } from '../protocol/mydata-1/inner-zip.ts';
import { testNow } from '../testing/test-pki.ts';
import { callDataset, household, testProvider, transactionUid, uid, type TestProvider } from './provider.fixture.ts';

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
  assert.deepEqual(await (await provider.app.request('/sandbox/faults')).json(), { faults: {}, persons: [] });
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
  assert.deepEqual(await (await provider.app.request('/sandbox/faults')).json(), { faults: {}, persons: [] });
  const live = await testProvider({ sandbox: false });
  assert.equal((await put(live, { resource: household, fault: 'dead' })).status, 404);
  assert.equal((await live.app.request('/sandbox/faults')).status, 404);
});

test('without a record, or with a package that is cut off', async () => {
  assert.equal((await callDataset(await broken('no-record'))).status, 204);
  await assert.rejects(packageOf(await broken('malformed')), { step: 'shape' });
});

test('what hangs answers its heartbeat, and ends when who asked has gone or the process stops', async () => {
  const stop = new AbortController();
  const provider = await testProvider({}, { closing: stop.signal });
  await put(provider, { resource: household, fault: 'hangs' });
  assert.equal((await provider.app.request(`/dp/${household}?heartbeat=true`)).status, 200);
  let ended = 0;
  const ask = (signal?: AbortSignal): Promise<void> =>
    Promise.resolve(
      provider.app.request(`/dp/${household}`, {
        headers: { authorization: 'Bearer good-token', transaction_uid: transactionUid },
        ...(signal && { signal }),
      }),
    ).then(() => void (ended += 1));
  const gone = new AbortController();
  const one = ask(gone.signal);
  const other = ask();
  await new Promise((later) => setTimeout(later, 50));
  assert.equal(ended, 0);
  gone.abort();
  await one;
  assert.equal(ended, 1);
  stop.abort();
  await other;
});

test('for one person: the others get theirs, and the log does not say for whom', async () => {
  const provider = await testProvider();
  const only = (person: string, fault: string | null) => put(provider, { resource: household, fault, person });
  assert.equal((await only('A800000014', 'dead')).status, 200);
  assert.equal((await callDataset(provider)).status, 200);
  for (const [fault, status] of [
    ['dead', 503],
    ['no-record', 204],
  ] as const) {
    assert.equal((await only(uid, fault)).status, 200);
    assert.equal((await callDataset(provider)).status, status);
  }
  assert.equal((await provider.app.request(`/dp/${household}?heartbeat=true`)).status, 200);
  assert.deepEqual(await (await provider.app.request('/sandbox/faults')).json(), {
    faults: {},
    persons: [
      { resource: household, fault: 'dead', person: 'A800000014' },
      { resource: household, fault: 'no-record', person: uid },
    ],
  });
  await put(provider, { resource: household, fault: 'dead' });
  assert.equal((await only(uid, 'slow')).status, 200);
  await only(uid, null);
  await put(provider, { resource: household, fault: null });
  assert.equal((await callDataset(provider)).status, 200);
  assert.equal((await only('A123456788', 'dead')).status, 400, 'no id');
  assert.ok(!provider.logged.some((line) => line.includes(uid)));
});

test('the page lists what is wrong, adds and takes away', async () => {
  const provider = await testProvider({
    people: [
      {
        slug: 'test',
        note: { 'zh-Hant': '虛構人物', en: 'Invented' },
        nationalId: uid,
        name: '測試人',
        birthDate: '1980-01-01',
        gender: 'M',
      },
    ],
  });
  const page = async () => (await provider.app.request('/sandbox/faults', { headers: { accept: 'text/html' } })).text();
  const post = (fields: Record<string, string>) =>
    provider.app.request('/sandbox/faults', { method: 'POST', body: new URLSearchParams(fields) });
  assert.match(await page(), /沒有，全部正常/);
  const added = await post({ resource: household, person: uid, fault: 'malformed' });
  assert.deepEqual([added.status, added.headers.get('location')], [303, '/sandbox/faults']);
  assert.match(await page(), /個人戶籍資料<\/h3>\s*<p>內容損壞，對測試人/);
  await post({ resource: household, person: uid, fault: '' });
  assert.match(await page(), /沒有，全部正常/);
  await post({ resource: household, person: '', fault: 'hangs' });
  assert.match(await page(), /沒有回覆，對所有人/);
  assert.equal((await post({ resource: household, person: '', fault: 'explode' })).status, 400);
  assert.equal((await post({ all: 'well' })).status, 303);
  assert.match(await page(), /沒有，全部正常/);
});
