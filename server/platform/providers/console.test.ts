/** An operator gives a dataset a server of the agency's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { household } from '../app.fixture.ts';
import { signedIn, staffedWorld } from '../staff/staff.fixture.ts';
import { entryOf } from './set-provider.ts';
import { openProvider } from './secrets.ts';

const page = `/operator/datasets/${household}`;
const good = {
  url: 'http://localhost:9901/dp/agency',
  method: 'POST',
  token: 'bare',
  dates: 'yyyy-MM-dd',
  secret: 'secret-of-the-agency',
  headers: 'x-agency-key: k1\nx-system: mydata',
  heartbeatUrl: '',
  ca: '',
  crl: '',
  agency: 'O=某某機關',
  reason: '某某機關 115 年來函',
};

async function atConsole() {
  const made = await staffedWorld();
  const operator = await signedIn(made, 'operator');
  const set = async (fields: Partial<typeof good>) =>
    operator.post(await operator.open(page), 'provider', { ...good, ...fields });
  const entry = () => made.storage.providerEntry(household);
  const secrets = async () => openProvider(made.keys, (await entry())!);
  return { made, operator, set, entry, secrets };
}

test('set, it is used from the next call on; who did it and why is recorded; no secret is shown again', async () => {
  const { made, operator, set, entry, secrets } = await atConsole();
  assert.match((await operator.open('/operator/datasets')).text, new RegExp(`href="${page}"`));
  assert.match((await operator.open(page)).text, /參考資料提供者[\s\S]*http:\/\/localhost:8703\/dp\/API\.7QovE2Gev6/);
  const done = await set({});
  assert.match(done.text, /已經儲存/);
  const { source, changedBy, agency, method } = (await entry())!;
  assert.deepEqual([source, agency, method], ['console', { O: '某某機關' }, 'POST']);
  assert.deepEqual(await secrets(), {
    secret: 'secret-of-the-agency',
    headers: { 'x-agency-key': 'k1', 'x-system': 'mydata' },
  });
  const [action] = await made.storage.staffActions({ limit: 1 });
  assert.deepEqual([action?.verb, action?.object, action?.reason], ['set-provider', household, good.reason]);
  assert.equal(action?.staffName, changedBy);
  assert.match(done.text, /x-agency-key:\nx-system:/);
  assert.doesNotMatch(done.text, /secret-of-the-agency|k1/);

  made.dp['agency'] = { status: 503 };
  const asked = await operator.post(await operator.open(page), 'heartbeat');
  assert.match(asked.text, /剛才確認：沒有回應[\s\S]*中斷/);
  assert.equal(made.dpRequests.at(-1)?.url, 'http://localhost:9901/dp/agency?heartbeat=true');
});

test('what is left empty stays, but a key never goes to another host', async () => {
  const { set, secrets, entry } = await atConsole();
  await set({});
  await set({ url: 'http://localhost:9901/dp/other', secret: '', headers: 'x-agency-key:\nx-new: n' });
  assert.deepEqual(await secrets(), {
    secret: 'secret-of-the-agency',
    headers: { 'x-agency-key': 'k1', 'x-new': 'n' },
  });
  const refused = await set({ url: 'http://localhost:9902/dp/other', secret: '', headers: 'x-agency-key:' });
  assert.equal(refused.response.status, 422);
  assert.match(refused.text, /標頭 x-agency-key 的內容/);
  assert.match(refused.text, /查驗權杖的密碼：1 到 200 個/);
  assert.equal((await entry())?.url, 'http://localhost:9901/dp/other');
});

test('mistakes come back with what was typed, without the keys', async () => {
  const { set, entry } = await atConsole();
  const page = await set({ url: 'dp.example', headers: 'authorization: k2', ca: 'x', agency: '某某', reason: ' ' });
  assert.equal(page.response.status, 422);
  for (const text of [/完整的網址/, /標頭 authorization 由平臺填寫/, /讀不到 PEM/, /屬性=內容/, /請寫下原因/])
    assert.match(page.text, text);
  assert.match(page.text, /value="dp\.example"/);
  assert.doesNotMatch(page.text, /k2/);
  assert.equal(await entry(), undefined);
});

test('removed, the reference provider answers again', async () => {
  const { made, operator, set, entry } = await atConsole();
  await set({});
  const done = await operator.post(await operator.open(page), 'remove', { reason: '機關停止測試' });
  assert.match(done.text, /已經移除/);
  assert.equal(await entry(), undefined);
  assert.equal((await made.storage.staffActions({ limit: 1 }))[0]?.verb, 'remove-provider');
});

test('what the start’s file says is looked at and not changed; and only operators change anything', async () => {
  const { made, operator, entry } = await atConsole();
  const given = { source: 'file', changedBy: 'MYDATA_PROVIDERS' } as const;
  const { url, secret } = good;
  const setting = { resourceId: household, url, secret, method: 'GET', token: 'bearer', dates: 'yyyy/MM/dd' } as const;
  const form = await operator.open(page);
  await made.storage.commit([{ step: 'set-provider', entry: entryOf(made, { ...setting, headers: {} }, given) }]);
  const seen = await operator.open(page);
  assert.match(seen.text, /由設定檔 MYDATA_PROVIDERS 管理/);
  assert.doesNotMatch(seen.text, /datasets\/API\.7QovE2Gev6\/provider/);
  const refused = await operator.post(form, 'provider', good);
  assert.equal(refused.response.status, 422);
  assert.equal((await entry())?.source, 'file');
  const auditor = await signedIn(made, 'auditor');
  assert.doesNotMatch((await auditor.open(page)).text, /<form method="post" action="\/operator\/datasets/);
  const provider = await signedIn(made, 'chiayi');
  assert.equal((await provider.open(page)).response.status, 403);
  assert.doesNotMatch((await provider.open('/operator/datasets')).text, new RegExp(`href="${page}"`));
});
