import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { household, innerZip, lowIncome, vehicle } from '../app.fixture.ts';
import { lifetimes } from '../../lifetimes.ts';
import { csrfOf, householdPayload, idOf, marker, ready, Resident, titleOf } from './me.fixture.ts';

const income = 'API.syWqjr4flJ';
const hour = 60 * 60 * 1000;

const read = async (response: Response): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer()))).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('utf8'),
    ]),
  );

/** Without reading the body as text. */
const save = (made: Awaited<ReturnType<typeof ready>>['made'], browser: Resident, id: string, csrf: string) =>
  Promise.resolve(
    made.app.request(`/me/download/${id}/save`, {
      method: 'POST',
      body: new URLSearchParams({ csrf }),
      headers: { cookie: browser.cookies(), 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    }),
  );

test('choose, agree, look, save: one archive with what the agencies signed, then nothing is left', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const consent = await browser.choose([household, lowIncome]);
  assert.equal(titleOf(consent), '您是否同意取得這些資料？');
  assert.equal(made.dpRequests.length, 0, 'nobody is asked before consent');
  const page = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(titleOf(page), '資料已備妥');
  assert.match(page.text, /還剩 <strong data-left>8 小時<\/strong>/);
  assert.match(page.text, /保留到 <time[^>]*>民國115年11月23日 17:00/);
  assert.deepEqual(
    made.dpRequests.map((request) => request.headers.get('purpose')),
    ['self-download', 'self-download'],
  );
  const id = idOf(page);
  const txId = (await made.storage.download(id))?.txId ?? '';
  const kept = await made.storage.consent(txId);
  assert.equal(kept?.given, true);
  for (const paragraph of (kept?.words ?? '').split('\n').slice(0, -1)) assert.ok(consent.text.includes(paragraph));

  const preview = await browser.open(`/me/download/${id}/preview`);
  assert.match(preview.text, /僅供本人查看，不得作為證明文件/);
  assert.match(preview.text, new RegExp(marker));
  assert.doesNotMatch(preview.text, /A123456789/);
  assert.match(preview.text, /<div class="no-print">/);
  assert.match(preview.text, /class="print-only"/);

  const answer = await save(made, browser, id, csrfOf(page));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/zip');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="MyData-20261123-0900\.zip"$/);
  const files = await read(answer);
  const folder = '個人戶籍資料_7QovE2Gev6';
  const names = ['certificate.cer', 'manifest.sha256withrsa', 'manifest.xml'].map((name) => `META-INFO/${name}`);
  assert.deepEqual(Object.keys(files).sort(), [
    'README.txt',
    ...[...names, 'data.json'].map((name) => `${folder}/${name}`),
  ]);
  assert.deepEqual(JSON.parse(files['個人戶籍資料_7QovE2Gev6/data.json'] ?? ''), householdPayload);
  const readMe = files['README.txt'] ?? '';
  for (const word of ['\uFEFF', '查無資料', 'openssl', '第一個英文字母要大寫', '個人戶籍資料_7QovE2Gev6', '\r\n'])
    assert.ok(readMe.includes(word), word);

  assert.deepEqual(await made.storage.packages(txId), [], 'deleted at once when downloaded');
  const { person, state } = (await made.storage.download(id)) ?? {};
  assert.deepEqual([person, state], [undefined, 'saved']);
  assert.equal(titleOf(await browser.open(`/me/download/${id}`)), '已儲存到您的裝置');
  await made.app.sendMessages();
  const numbers = (await made.storage.events(txId)).map(({ number }) => number);
  for (const number of [180, 240, 250, 280, 310, 350, 340]) assert.ok(numbers.includes(number), String(number));
  const [message] = await made.storage.messages(9);
  assert.deepEqual([message?.kind, message?.txId], ['downloaded', txId]);
  assert.deepEqual(await made.storage.choiceOf((await made.storage.transaction(txId))?.personHash ?? ''), []);
  assert.doesNotMatch(JSON.stringify(made.log), new RegExp(`${marker}|A123456789|林小美`));
});

test('50 save at once: exactly one gets the data, the others are told that it is gone', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const page = await browser.agree([household]);
  const answers = await Promise.all(Array.from({ length: 50 }, () => save(made, browser, idOf(page), csrfOf(page))));
  const ok = answers.filter(({ status }) => status === 200);
  assert.equal(ok.length, 1);
  assert.equal(answers.filter(({ status }) => status === 410).length, 49);
  assert.match((await answers.find(({ status }) => status === 410)?.text()) ?? '', /這份資料已經不在平臺上/);
  assert.ok((await read(ok[0] as Response))['README.txt']);
});

for (const [name, ms, there] of [
  ['7:59:59', lifetimes.storedData.ms - 1000, true],
  ['8:00:01', lifetimes.storedData.ms + 1000, false],
] as const)
  for (const swept of [false, true])
    test(`stored data ${name} after it came${swept ? ', swept' : ''}: ${there ? 'still there' : 'gone'}`, async () => {
      const { made, browser } = await ready();
      await browser.signIn();
      const id = idOf(await browser.agree([household]));
      made.clock.pass(ms);
      if (swept) await made.app.sweep();
      await browser.signIn();
      const page = await browser.open(`/me/download/${id}`);
      assert.equal(titleOf(page), there ? '資料已備妥' : '這份資料已經刪除');
      const answer = await save(made, browser, id, csrfOf(page));
      assert.equal(answer.status, there ? 200 : 410);
      const { txId = '' } = (await made.storage.download(id)) ?? {};
      assert.deepEqual(await made.storage.packages(txId), []);
      if (!there) assert.equal((await made.storage.transaction(txId))?.code, 408);
    });

test('one that nobody looked at expires by the sweep alone, at 8:00:01 and not at 7:59:59', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const id = idOf(await browser.agree([household]));
  const state = async () => (await made.storage.download(id))?.state;
  made.clock.pass(lifetimes.storedData.ms - 1000);
  await made.app.sweep();
  assert.equal(await state(), 'ready');
  made.clock.pass(2000);
  await made.app.sweep();
  assert.equal(await state(), 'expired');
});

test('slow data: the resident may leave, is told when it is ready, and has 8 hours from then', async () => {
  const { made, browser } = await ready();
  let calls = 0;
  made.dp[income] = (request) => {
    calls += 1;
    assert.equal(request.headers.get('year'), '114');
    return calls < 2 ? { status: 429, headers: { 'retry-after': '3600' } } : { status: 200, body: innerZip({ a: 1 }) };
  };
  await browser.signIn();
  const asked = await browser.choose([income]);
  assert.equal(titleOf(asked), '機關需要您補充');
  const missing = await browser.post(asked, 'answers', {});
  assert.equal(missing.response.status, 422);
  assert.match(missing.text, /請選擇年度/);
  const consent = await browser.post(asked, 'answers', { 'p-API-syWqjr4flJ-year': '114' });
  assert.match(consent.text, /民國 114 年/);
  assert.match(consent.text, /約需準備 60 分鐘/);
  const waiting = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(titleOf(waiting), '正在向機關取得資料');
  assert.match(waiting.text, /機關準備中/);
  const id = idOf(waiting);
  made.clock.pass(30 * 60 * 1000);
  await made.app.sweep();
  assert.equal(calls, 1, 'not before the agency said');
  made.clock.pass(31 * 60 * 1000);
  await made.app.sweep();
  const ready1 = await made.storage.download(id);
  assert.equal(ready1?.state, 'ready');
  assert.equal(ready1?.keepUntil?.getTime(), made.clock.now().getTime() + 8 * hour);
  const kinds = (await made.storage.messages(9)).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['ready']);
  await browser.signIn();
  assert.equal(titleOf(await browser.open(`/me/download/${id}`)), '資料已備妥');
});

test('progress comes as server-sent events and ends when there is nothing more to wait for', async () => {
  const { made, browser } = await ready();
  made.dp[household] = { status: 429, headers: { 'retry-after': '5' } };
  await browser.signIn();
  const page = await browser.agree([household, lowIncome]);
  assert.equal(titleOf(page), '正在向機關取得資料');
  const response = await made.app.request(`/me/download/${idOf(page)}/events`, {
    headers: { cookie: browser.cookies() },
  });
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  made.dp[household] = { status: 200, body: innerZip(householdPayload) };
  made.clock.pass(6000);
  const text = await response.text();
  assert.match(text, /event: progress\ndata: .*機關準備中/);
  assert.match(text, /event: moved\ndata: \{"state":"ready"\}/);
  assert.doesNotMatch(text, new RegExp(marker));
});

test('what could not be had does not keep back the rest; where nobody had anything there is nothing to save', async () => {
  const { made, browser } = await ready();
  made.dp[vehicle] = { status: 500 };
  await browser.signIn();
  const asked = await browser.choose([household, vehicle]);
  const consent = await browser.post(asked, 'answers', {});
  const some = await browser.post(consent, 'consent', { decision: 'agree' });
  assert.equal(titleOf(some), '資料已備妥');
  assert.match(some.text, /有 1 項暫時無法取得/);
  const files = await read(await save(made, browser, idOf(some), csrfOf(some)));
  assert.match(files['README.txt'] ?? '', /車籍資料[^\n]*\r\n[^\n]*這次無法取得/);
  const none = await browser.agree([lowIncome]);
  assert.equal(titleOf(none), '沒有可以儲存的資料');
  assert.match(none.text, /查無資料/);
  const { txId = '' } = (await made.storage.download(idOf(none))) ?? {};
  assert.equal((await made.storage.transaction(txId))?.code, 200);
});

test('refused, given up: nobody is asked, nothing stays', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const refused = await browser.post(await browser.choose([household]), 'consent', { decision: 'refuse' });
  assert.equal(titleOf(refused), '這次下載已取消');
  assert.equal(made.dpRequests.length, 0);
  const first = (await made.storage.download(idOf(refused)))?.txId ?? '';
  assert.deepEqual(
    [(await made.storage.consent(first))?.given, (await made.storage.transaction(first))?.code],
    [false, 205],
  );
  const page = await browser.agree([household]);
  const gone = await browser.post(page, 'discard');
  assert.equal(titleOf(gone), '這次下載已取消');
  const { txId = '', person } = (await made.storage.download(idOf(gone))) ?? {};
  assert.deepEqual([await made.storage.packages(txId), person], [[], undefined]);
  assert.equal((await save(made, browser, idOf(gone), csrfOf(page))).status, 410);
});

test('consent: words of before, a missing decision and a second tab change nothing', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const consent = await browser.choose([household]);
  for (const fields of [{ decision: 'agree', words: '0'.repeat(64) }, { decision: 'maybe' }, {}] as Record<
    string,
    string
  >[])
    assert.equal(titleOf(await browser.post(consent, 'consent', fields)), '您是否同意取得這些資料？');
  assert.equal(made.dpRequests.length, 0);
  const both = await Promise.all(['agree', 'refuse'].map((decision) => browser.post(consent, 'consent', { decision })));
  assert.equal(new Set(both.map(titleOf)).size, 1);
});

test('another resident’s download does not exist, whatever is asked of it', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const page = await browser.agree([household]);
  const id = idOf(page);
  const stranger = new Resident(made);
  const theirs = await stranger.signIn('wang');
  for (const path of ['', '/preview', '/events', '/status'])
    assert.equal((await stranger.open(`/me/download/${id}${path}`)).response.status, 404, path);
  const csrf = csrfOf(theirs);
  for (const action of ['answers', 'consent', 'save', 'discard']) {
    const body = new URLSearchParams({ csrf, decision: 'agree' });
    const answer = await stranger.open(`/me/download/${id}/${action}`, { method: 'POST', body });
    assert.equal(answer.response.status, 404, action);
    const forged = await browser.open(`/me/download/${id}/${action}`, { method: 'POST', body });
    assert.equal(forged.response.status, 403, `${action} with another’s token`);
  }
  const nobody = await made.app.request(`/me/download/${id}`);
  assert.equal(nobody.status, 303);
  assert.equal((await made.storage.download(id))?.state, 'ready');
});

test('choosing: searching keeps what is ticked, what is unknown is refused, nothing is told apart', async () => {
  const { browser } = await ready();
  const home = await browser.signIn();
  const csrf = csrfOf(home);
  const post = (fields: [string, string][]) =>
    browser.open('/me/download', { method: 'POST', body: new URLSearchParams([['csrf', csrf], ...fields]) });
  const found = await post([
    ['shown', ''],
    ['dataset', household],
    ['search', '車籍'],
    ['action', 'search'],
  ]);
  assert.match(found.path, /\?q=/);
  assert.match(found.text, /另外已選：個人戶籍資料/);
  assert.match(found.text, /<strong data-count>1<\/strong>/);
  assert.doesNotMatch(found.text, /value="API.7QovE2Gev6"/);
  const both = await post([
    ['shown', '車籍'],
    ['dataset', vehicle],
    ['search', ''],
    ['action', 'search'],
  ]);
  for (const id of [household, vehicle]) assert.match(both.text, new RegExp(`value="${id}"[^>]*checked`));
  assert.equal(both.text.match(/name="dataset"/g)?.length, 105);
  const none = await post([
    ['shown', ''],
    ['action', 'next'],
  ]);
  assert.equal(none.response.status, 422);
  assert.match(none.text, /請至少勾選一項/);
  assert.equal(
    (
      await post([
        ['dataset', 'API.unknown000'],
        ['action', 'next'],
      ])
    ).response.status,
    400,
  );
});

test('a session of the test ends; the download stays its owner’s in another session', async () => {
  const { made, browser } = await ready();
  await browser.signIn();
  const id = idOf(await browser.agree([household]));
  const phone = new Resident(made);
  const home = await phone.signIn();
  assert.match(home.text, /資料已備妥，請儲存/);
  assert.equal(titleOf(await phone.open(`/me/download/${id}`)), '資料已備妥');
});
