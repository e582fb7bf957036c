import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ApiError, Claims, Saved } from '#schemas/wire/county-api.ts';
import type { Answers } from '#schemas/form/answers.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type Browser } from '../testing/county-under-test.ts';
import { personalPayload, resident } from '../testing/payloads.ts';
import { lowIncome, personal } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const url = '/api/services/test-relief/draft';
const save = (browser: Browser, revision: number, answers: Answers, claims: Claims = {}) =>
  browser.send('PUT', url, { answers, claims, revision });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as ApiError).error.code];

test('300 journeys in one browser: it bears one cookie of the county, of one length', async () => {
  const { app } = await openWorld(pki);
  const headers = { 'sec-fetch-site': 'same-origin', 'x-mydata-request': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ nationalId: resident.nationalId, chosen: [] });
  const cookies = new Set<string>();
  let cookie = '';
  for (let no = 0; no < 300; no++) {
    const init = { method: 'POST', headers: { ...headers, cookie }, body };
    const answer = await app.request('/api/services/test-relief/journeys', init);
    for (const line of answer.headers.getSetCookie()) {
      cookies.add(line.split('=')[0]!);
      cookie = line.split(';')[0]!;
    }
  }
  assert.deepEqual([...cookies], ['mydata_county_draft']);
  assert.ok(cookie.length < 100);
});

test('a draft belongs to its browser and service, and is kept for two days from the last save', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const first = await browser.draft();
  assert.deepEqual(
    [first.answers, first.claims, first.revision, first.savedAt, first.transfer.status],
    [{}, {}, 0, undefined, 'none'],
  );
  assert.deepEqual([first.consentUrl, first.draftUntil], ['/services/test-relief/consent', '2026-11-25T02:00:00.000Z']);
  world.now = new Date(testNow.getTime() + 3_600_000);
  const claims: Claims = { applicantName: { kind: 'wrong', text: '已改名' } };
  const saved = await save(browser, 0, { phone: '0912345678', members: [{ name: '甲' }] }, claims);
  const { id, ...stand } = (await saved.json()) as Saved;
  const draftUntil = '2026-11-25T03:00:00.000Z';
  assert.deepEqual(stand, { savedAt: world.now.toISOString(), revision: 1, draftUntil });
  const next = await browser.draft();
  assert.equal(next.id, id);
  assert.deepEqual(
    [next.answers, next.claims, next.revision],
    [{ phone: '0912345678', members: [{ name: '甲' }] }, claims, 1],
  );
  assert.equal(next.draftUntil, draftUntil);
  assert.deepEqual((await world.browser().draft()).answers, {});
  assert.equal((await browser.request('/api/services/none/draft')).status, 404);
  world.now = new Date('2026-11-25T03:00:00Z');
  assert.deepEqual((await browser.draft()).answers, {});
});

test('of two pages with one revision one is told of the conflict', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await browser.draft();
  const results = await Promise.all(Array.from({ length: 6 }, (_, i) => save(browser, 0, { phone: `091234567${i}` })));
  assert.equal(results.filter(({ status }) => status === 200).length, 1);
  const lost = results.find(({ status }) => status !== 200)!;
  assert.deepEqual(await codeOf(lost), [409, 'draft-conflict']);
});

test('only answers and claims of the form are kept', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await browser.draft();
  const bad: readonly unknown[] = [
    { answers: { nothing: 'x' }, claims: {}, revision: 0 },
    { answers: { phone: null }, claims: {}, revision: 0 },
    { answers: [], claims: {}, revision: 0 },
    { answers: {}, claims: { nothing: { kind: 'wrong', text: '' } }, revision: 0 },
    { answers: {}, claims: { phone: { kind: 'other', text: '' } }, revision: 0 },
    { answers: {}, claims: { phone: { kind: 'wrong', text: 'x'.repeat(501) } }, revision: 0 },
    { answers: {}, claims: {}, revision: '0' },
    { answers: {}, claims: {}, confirmed: ['nothing'], revision: 0 },
    { answers: {}, claims: {}, confirmed: 'marriage', revision: 0 },
    { answers: {}, claims: {}, confirmed: { marriage: '有偶' }, revision: 0 },
    { answers: {}, revision: 0 },
    'text',
  ];
  for (const body of bad)
    assert.deepEqual(await codeOf(await browser.send('PUT', url, body)), [400, 'body-unreadable']);
  assert.deepEqual(await codeOf(await browser.request(url, { method: 'PUT', body: 'x'.repeat(600_000) })), [
    400,
    'body-unreadable',
  ]);
  assert.deepEqual(await codeOf(await save(world.browser(), 1, {})), [404, 'draft-gone']);
  assert.equal((await browser.draft()).revision, 0);
});

test('what no question can take is not stored, and the question is named', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await browser.draft();
  const answer = await save(browser, 0, { phone: '0'.repeat(500_000) });
  assert.equal(answer.status, 413);
  const { error } = (await answer.json()) as ApiError;
  assert.equal(error.code, 'answer-too-large');
  assert.deepEqual(
    error.fields?.map(({ field }) => field),
    ['phone'],
  );
  assert.equal((await browser.draft()).revision, 0);
  assert.equal((await save(browser, 0, { phone: '0912345678' })).status, 200);
});

test('deleting ends everything typed and received', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const sent = await browser.leave(resident.nationalId, [lowIncome]);
  await world.deliver(sent.txId, [
    { resourceId: personal, resourceName: 'x', code: 200, zip: world.signed(personalPayload()) },
    { resourceId: lowIncome, resourceName: 'y', code: 204 },
  ]);
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  assert.equal((await browser.request(url, { method: 'DELETE' })).status, 204);
  assert.equal((await browser.request(url, { method: 'DELETE' })).status, 204);
  const next = await browser.draft();
  assert.deepEqual([next.official, next.transfer.status, next.revision], [{}, 'none', 0]);
  assert.equal(await world.storage.transfer(sent.txId), undefined);
  assert.equal((await world.storage.transferRecords()).at(-1)?.event, 360);
});

test('what was typed stands back while an official value is there, and is not lost by saving', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await browser.draft();
  await save(browser, 0, { applicantName: '陳小玲', registeredAddress: '嘉義縣', phone: '0912345678' });
  const sent = await browser.leave(resident.nationalId, [lowIncome]);
  await world.deliver(sent.txId, [
    { resourceId: personal, resourceName: 'x', code: 200, zip: world.signed(personalPayload()) },
    { resourceId: lowIncome, resourceName: 'y', code: 204 },
  ]);
  await world.idle();
  await browser.comeBack(sent.txId, 200);
  const { answers, revision } = await browser.draft();
  assert.deepEqual(answers, { registeredAddress: '嘉義縣', phone: '0912345678' });
  assert.equal((await save(browser, revision, { phone: '0987654321' })).status, 200);
  world.now = new Date(testNow.getTime() + 8 * 3_600_000);
  assert.deepEqual((await browser.draft()).answers, { applicantName: '陳小玲', phone: '0987654321' });
});

test('what the resident has confirmed is known again, as long as it is the same value', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const receive = async (payload: ReturnType<typeof personalPayload>) => {
    const sent = await browser.leave(resident.nationalId, [lowIncome]);
    await world.deliver(sent.txId, [
      { resourceId: personal, resourceName: 'x', code: 200, zip: world.signed(payload) },
      { resourceId: lowIncome, resourceName: 'y', code: 204 },
    ]);
    await world.idle();
    await browser.comeBack(sent.txId, 200);
    return browser.draft();
  };
  const first = await receive(personalPayload());
  assert.deepEqual(first.confirmed, []);
  const body = { answers: {}, claims: {}, confirmed: ['marriage', 'applicantName', 'phone'] };
  assert.equal((await browser.send('PUT', url, { ...body, revision: first.revision })).status, 200);
  assert.deepEqual((await browser.draft()).confirmed, ['marriage'], 'only what is there to be confirmed');
  const again = await receive(personalPayload());
  assert.deepEqual(again.confirmed, ['marriage']);
  const divorced = personalPayload();
  divorced.responseData.personHouseholdData12.marriage_code = '離婚';
  assert.deepEqual((await receive(divorced)).confirmed, []);
  world.now = new Date(testNow.getTime() + 8 * 3_600_000);
  assert.deepEqual((await browser.draft()).confirmed, []);
});
