import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Browser, household, lowIncome } from '../app.fixture.ts';
import { filterRecords, filterQuery, pageOf, perPage, readFilter, readSearch } from './records-filter.ts';
import type { UsageRecord } from './records.ts';
import { csrfOf, ready, Resident, titleOf } from './me.fixture.ts';

async function withJourney(decision: 'agree' | 'refuse') {
  const { made, browser } = await ready();
  const txId = randomUUID();
  const journey = new Browser(made.app);
  const shown = await journey.toConsent(made, { txId });
  await journey.post(shown, 'consent', { decision });
  return { made, browser, txId, words: shown.text };
}

test('nothing yet: the page says so and offers something to do', async () => {
  const { browser } = await ready();
  const page = await browser.signIn('lin', '/me/records');
  assert.match(page.text, /還沒有任何紀錄/);
  assert.doesNotMatch(page.text, /篩選紀錄/);
});

test('a use is listed with who, what for, which data, when and how it came out; its page has all that happened', async () => {
  const { made, browser, txId, words } = await withJourney('agree');
  const ticket = made.spCalls[0]?.permission_ticket ?? '';
  const list = await browser.signIn('lin', '/me/records');
  assert.match(list.text, /嘉義縣急難救助/);
  assert.match(list.text, /個人戶籍資料、低收及中低收列冊資料/);
  assert.match(list.text, /等候取走/);
  await made.app.request('/service/data', { headers: { permission_ticket: ticket, tx_id: txId } });
  const page = await browser.open(`/me/records/${txId}`);
  assert.match(page.text, /服務已取得資料，平臺的副本已刪除/);
  for (const word of ['您完成身分驗證', '您同意傳送', '服務取走資料', '平臺刪除資料', '自然人憑證'])
    assert.ok(page.text.includes(word), word);
  const kept = await made.storage.consent(txId);
  for (const line of (kept?.words ?? '').split('\n').slice(0, -1)) {
    assert.ok(page.text.includes(line), 'the exact words');
    assert.ok(words.includes(line));
  }
  assert.ok(page.text.includes(kept?.wordsHash ?? '-'));
  assert.doesNotMatch(page.text, /A123456789|林小美|0690101/);
});

test('a refusal is a record too', async () => {
  const { browser, txId } = await withJourney('refuse');
  await browser.signIn();
  const page = await browser.open(`/me/records/${txId}`);
  assert.match(page.text, /您沒有同意，沒有交出任何資料/);
  assert.match(page.text, /您沒有同意的內容/);
});

test('own downloads are among them', async () => {
  const { browser } = await ready();
  await browser.signIn();
  const page = await browser.agree([household, lowIncome]);
  await browser.post(page, 'save');
  const list = await browser.open('/me/records');
  assert.match(list.text, /您本人（自行下載）/);
  assert.match(list.text, /您已儲存，平臺的副本已刪除/);
});

test('filters are in the address and hold nothing personal; each narrows the list and the exports', async () => {
  const { browser, txId } = await withJourney('refuse');
  await browser.signIn();
  await browser.agree([household]);
  const json = async (query: string): Promise<{ transaction: string }[]> =>
    (JSON.parse((await browser.open(`/me/records.json${query}`)).text) as { records: { transaction: string }[] })
      .records;
  const all = await json('');
  const same = await json('?service=CLI.abcdefghij&outcome=refused');
  assert.deepEqual(
    same.map(({ transaction }) => transaction),
    [txId],
  );
  assert.equal((await json('?outcome=delivered')).length, 0);
  assert.equal((await json(`?dataset=${lowIncome}`)).length, all.length - 1);
  assert.equal((await json('?from=2026-11-23&to=2026-11-23')).length, all.length);
  assert.equal((await json('?to=2026-11-22')).length, 0);
  assert.equal((await json('?days=7&outcome=nonsense&from=31.12.')).length, all.length);
  const page = await browser.open('/me/records?outcome=delivered');
  assert.match(page.text, /沒有符合條件的紀錄/);
  assert.match(page.text, /records\.csv\?outcome=delivered/);
});

test('the exports are files: JSON with events and words, CSV for a spreadsheet', async () => {
  const { browser, txId } = await withJourney('agree');
  await browser.signIn();
  const json = await browser.open(`/me/records.json`);
  assert.match(
    json.response.headers.get('content-disposition') ?? '',
    /attachment; filename="mydata-records-20261123\.json"/,
  );
  const { records } = JSON.parse(json.text) as {
    records: { transaction: string; events: { number: number }[]; consent?: { words: string } }[];
  };
  const own = records.find(({ transaction }) => transaction === txId);
  assert.ok(own?.consent?.words.includes('嘉義縣急難救助'));
  assert.ok(own?.events.some(({ number }) => number === 240));
  const csv = await browser.open('/me/records.csv');
  assert.match(csv.response.headers.get('content-type') ?? '', /^text\/csv/);
  const lines = csv.text.replace('\uFEFF', '').trimEnd().split('\r\n');
  assert.match(lines[0] ?? '', /^時間,誰使用/);
  assert.equal(lines.length, records.length + 1);
  assert.ok(csv.text.includes(txId));
});

test('another resident’s record does not exist', async () => {
  const { made, browser, txId } = await withJourney('agree');
  const own = await browser.signIn();
  assert.equal((await browser.open(`/me/records/${txId}`)).response.status, 200);
  const stranger = new Resident(made);
  const theirs = await stranger.signIn('wang');
  for (const path of [txId, `${txId}/receipt`, randomUUID(), 'x'])
    assert.equal((await stranger.open(`/me/records/${path}`)).response.status, 404, path);
  const post = (who: Resident, csrf: string) =>
    who.open(`/me/records/${txId}/withdraw`, { method: 'POST', body: new URLSearchParams({ csrf }) });
  assert.equal((await post(stranger, csrfOf(theirs))).response.status, 404);
  assert.equal((await post(browser, csrfOf(theirs))).response.status, 403);
  assert.match((await stranger.open('/me/records')).text, /還沒有任何紀錄/);
  assert.doesNotMatch((await stranger.open('/me/records.json')).text, /嘉義縣/);
  assert.equal((await post(browser, csrfOf(own))).response.status, 200, 'its owner may');
});

test('the consent receipt of a use and of an own download is the person’s to take; a refusal has none', async () => {
  const { browser, txId } = await withJourney('agree');
  await browser.signIn();
  const own = await browser.agree([household]);
  const json = (await browser.open('/me/records.json')).text;
  const all = (JSON.parse(json) as { records: { transaction: string }[] }).records;
  assert.equal(all.length, 2);
  for (const { transaction } of all) {
    assert.match((await browser.open(`/me/records/${transaction}`)).text, /下載同意收據/);
    const answer = await browser.open(`/me/records/${transaction}/receipt`);
    assert.match(
      answer.response.headers.get('content-disposition') ?? '',
      /^attachment; filename="consent-receipt-\d+\.json"/,
    );
    const { receipt, jws } = JSON.parse(answer.text) as { receipt: { opening: { tx: string } }; jws: string };
    assert.equal(receipt.opening.tx, transaction);
    assert.equal(jws.split('.').length, 3);
  }
  assert.ok(all.some(({ transaction }) => transaction === txId));
  assert.equal(titleOf(own), '資料已備妥');
  const refused = await browser.post(await browser.choose([household]), 'consent', { decision: 'refuse' });
  const record = /href="\/me\/records\/([^"]*)"/.exec(refused.text.slice(refused.text.indexOf('<h1>')))?.[1] ?? '';
  assert.equal((await browser.open(`/me/records/${record}/receipt`)).response.status, 404);
});

test('what waits to be fetched can be taken back', async () => {
  const { made, browser, txId } = await withJourney('agree');
  await browser.signIn();
  const page = await browser.open(`/me/records/${txId}`);
  assert.match(page.text, /取消這次傳送/);
  const after = await browser.post(page, 'withdraw');
  assert.doesNotMatch(after.text, /取消這次傳送<\/button>/);
  assert.ok((await made.storage.consent(txId))?.withdrawnAt);
  assert.deepEqual(await made.storage.packages(txId), []);
  assert.equal(titleOf(after), '嘉義縣急難救助');
});

const record = (day: string, more: Partial<UsageRecord> = {}): UsageRecord => ({
  txId: day,
  clientId: 'SELF',
  service: '',
  purpose: '',
  datasets: [],
  startedAt: new Date(day),
  outcome: { kind: 'open', words: '' },
  ...more,
});

test('days are Taiwan’s, both ends inclusive', () => {
  const rows = ['2026-11-21T16:00:00Z', '2026-11-22T15:59:59Z', '2026-11-22T16:00:00Z'].map((at) => record(at));
  const now = new Date('2026-11-23T03:00:00Z');
  const found = (query: Record<string, string>) =>
    filterRecords(
      rows,
      readFilter((name) => query[name]),
      now,
    ).length;
  assert.equal(found({ from: '2026-11-22', to: '2026-11-22' }), 2);
  assert.equal(found({ from: '2026-11-23' }), 1);
  assert.equal(found({ days: '7' }), 3);
  assert.equal(found({ from: '2026-02-30' }), 3, 'no such day');
  const mistakes = (query: Record<string, string>) =>
    readSearch((name) => query[name]).mistakes.map(({ field }) => field);
  assert.deepEqual(mistakes({ from: '2026-02-30' }), ['fromDay']);
  assert.deepEqual(mistakes({ toYear: '115', toMonth: '13', toDay: '1' }), ['toMonth']);
  assert.deepEqual(mistakes({ from: '2026-11-23', to: '2026-11-22' }), ['toYear']);
  assert.deepEqual(mistakes({ from: '', fromYear: ' ' }), []);
});

test('pages: none is empty, none is beyond the last', () => {
  const rows = Array.from({ length: perPage * 2 + 1 }, (_, index) => index);
  const shown = (asked?: string) => pageOf(rows, asked);
  assert.deepEqual([shown().page, shown().rows.length], [1, perPage]);
  assert.deepEqual([shown('3').page, shown('3').rows.length], [3, 1]);
  for (const [asked, page] of [
    ['99', 3],
    ['0', 1],
    ['-1', 1],
    ['x', 1],
  ] as const)
    assert.equal(shown(asked).page, page);
  assert.deepEqual([pageOf([], '5').page, pageOf([], '5').pages], [1, 1]);
  assert.equal(filterQuery({ outcome: 'open' }, 2), '?outcome=open&page=2');
  assert.equal(filterQuery({}, 1), '');
});
