import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ApiError, DraftView, Saved } from '#schemas/wire/county-api.ts';
import { budgets, type BudgetName } from '../../limits/budgets.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';
import { personalPayload, resident } from '../testing/payloads.ts';
import { lowIncome, personal, testForm } from '../testing/test-service.ts';
import { mostOfDraft } from '../drafts/files.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const draftUrl = '/api/services/test-relief/draft';
const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
const stranger = socket('192.0.2.7');
const json = { 'content-type': 'application/json' };

const save = (browser: Browser, revision: number, answers: object, env = stranger) =>
  browser.request(
    draftUrl,
    { method: 'PUT', headers: json, body: JSON.stringify({ answers, claims: {}, revision }) },
    env,
  );
function upload(browser: Browser, bytes: number, env = stranger): Promise<Response> {
  const body = new FormData();
  body.append('file', new File([Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(bytes - 5)])], 'a.pdf'));
  return browser.request(`${draftUrl}/files?field=proof`, { method: 'POST', body }, env);
}
const received = (world: World) => [
  { resourceId: personal, resourceName: '個人戶籍資料', code: 200, zip: world.signed(personalPayload()) },
  { resourceId: lowIncome, resourceName: '低收入戶', code: 204 },
];
/** As if so much of it had been used up already. */
const spend = ({ county }: World, budget: BudgetName, who: string, amount: number) =>
  county.limiter.take([{ budget, who, amount }]);

async function refusal(response: Response): Promise<readonly [number, string, number, string]> {
  const { error } = (await response.json()) as ApiError;
  return [response.status, error.code, Number(response.headers.get('retry-after')), error.message['zh-Hant']];
}

test('files of one address: counted by bytes within minutes and within a day, and told for how long', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await spend(world, 'files-address-now', '192.0.2.7', budgets['files-address-now'].limit - 1500);
  assert.equal((await upload(browser, 1000)).status, 201);
  const [status, code, wait, words] = await refusal(await upload(browser, 1000));
  assert.deepEqual([status, code, wait <= 600 && wait > 500], [429, 'too-much-kept', true]);
  assert.match(words, /沒有上傳.*都還在這一頁.*分鐘後再試/);
  const { files } = (await (await browser.request(draftUrl, {}, stranger)).json()) as DraftView;
  assert.equal(files?.length, 1, 'what was refused is not kept');
  assert.equal((await upload(browser, 500)).status, 201, 'and costs nothing');
  assert.equal((await upload(world.browser(), 1000, socket('192.0.2.8'))).status, 201, 'a neighbour is another');
  world.now = new Date(world.now.getTime() + 11 * 60_000);
  await spend(world, 'files-address', '192.0.2.7', budgets['files-address'].limit - 2000);
  const [, , day] = await refusal(await upload(world.browser(), 1000));
  assert.ok(day > 22 * 3600 && day <= 24 * 3600, `${day}`);
});

test('files of a network, from whichever of its addresses', async () => {
  const world = await openWorld(pki);
  await spend(world, 'files-network', '192.0.2.0/24', budgets['files-network'].limit - 1500);
  assert.equal((await upload(world.browser(), 1000, socket('192.0.2.1'))).status, 201);
  assert.equal((await upload(world.browser(), 1000, socket('192.0.2.2'))).status, 429);
  assert.equal((await upload(world.browser(), 1000, socket('198.51.100.2'))).status, 201);
});

test('drafts of one address: each that is made counts, by whichever door; a page that is looked at does not', async () => {
  const world = await openWorld(pki);
  await spend(world, 'drafts-address-now', '192.0.2.7', budgets['drafts-address-now'].limit - 2);
  const begun = world.browser();
  assert.equal((await save(begun, 0, { phone: '0912345678' })).status, 200);
  assert.equal((await upload(world.browser(), 100)).status, 201);
  for (let no = 0; no < 5; no += 1) assert.equal((await world.browser().request(draftUrl, {}, stranger)).status, 200);
  assert.deepEqual((await refusal(await save(world.browser(), 0, {}))).slice(0, 2), [429, 'too-much-kept']);
  assert.equal((await upload(world.browser(), 100)).status, 429);
  const journey = { nationalId: resident.nationalId, chosen: [lowIncome] };
  const init = { method: 'POST', headers: json, body: JSON.stringify(journey) };
  assert.equal((await world.browser().request('/api/services/test-relief/journeys', init, stranger)).status, 429);
  assert.equal((await save(begun, 1, { phone: '0912345679' })).status, 200, 'what is begun goes on');
});

test('what is typed counts by what it grows, not by how often it is saved', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  await spend(world, 'text-address', '192.0.2.7', budgets['text-address'].limit - 600);
  for (let revision = 0; revision < 20; revision += 1)
    assert.equal(
      (await save(browser, revision, { registeredAddress: `太保市祥和一路東段 ${revision % 10} 號` })).status,
      200,
    );
  const [status, code] = await refusal(await save(browser, 20, { registeredAddress: '號'.repeat(200) }));
  assert.deepEqual([status, code], [429, 'too-much-kept']);
  assert.match(JSON.stringify((await (await browser.request(draftUrl)).json()) as DraftView), /東段 9 號/);
});

test('who proved identity in the draft pays as that person, whatever strangers at that address have used up', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const { txId } = await browser.leave(resident.nationalId, [lowIncome]);
  await world.deliver(txId, received(world));
  await browser.comeBack(txId, 200);
  await world.idle();
  for (const budget of ['files-address-now', 'text-address'] as const)
    await spend(world, budget, '192.0.2.7', budgets[budget].limit);
  const saved = await save(browser, (await browser.draft()).revision, { phone: '0912345678' });
  assert.equal(saved.status, 200);
  assert.equal((await upload(browser, 1000)).status, 201);
  const person = await world.storage.provenPerson(((await saved.json()) as Saved).id!);
  await spend(world, 'files-person', person!, budgets['files-person'].limit - 1000);
  assert.equal((await upload(browser, 1000)).status, 429);
});

test('a draft takes as many bytes of files as its form, and replaced ones do not pile up', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  assert.equal(mostOfDraft(testForm), 4000);
  for (let round = 0; round < 10; round += 1) {
    const answer = await upload(browser, 1900);
    assert.equal(answer.status, 201);
    const { id } = (await answer.json()) as { id: string };
    await browser.request(`${draftUrl}/files/${id}`, { method: 'DELETE' });
  }
  for (const _ of [1, 2]) assert.equal((await upload(browser, 1900)).status, 201);
  assert.deepEqual((await refusal(await upload(browser, 100))).slice(0, 2), [409, 'too-many-files']);
});

test('what nobody proved goes after two days, with its files; what somebody proved stays a week', async () => {
  const world = await openWorld(pki);
  const unproven = world.browser();
  await save(unproven, 0, { phone: '0912345678' });
  const file = (await (await upload(unproven, 100)).json()) as { id: string };
  const proven = world.browser();
  const { txId } = await proven.leave(resident.nationalId, [lowIncome]);
  await world.deliver(txId, received(world));
  await proven.comeBack(txId, 200);
  await world.idle();
  const saved = (await (await save(proven, (await proven.draft()).revision, { phone: '0912345678' })).json()) as Saved;
  const days = (text: string | undefined) => (Date.parse(text!) - world.now.getTime()) / 86_400_000;
  assert.deepEqual([days((await unproven.draft()).draftUntil), days(saved.draftUntil)], [2, 7]);
  world.now = new Date(world.now.getTime() + 2 * 86_400_000);
  await world.sweep();
  assert.equal(await world.storage.fileBody(file.id), undefined);
  assert.deepEqual((await unproven.draft()).answers, {});
  assert.equal((await proven.draft()).answers['phone'], '0912345678');
  const later = (await (await save(proven, (await proven.draft()).revision, { phone: '0911111111' })).json()) as Saved;
  assert.equal(days(later.draftUntil), 7, 'also when what came from MyData is gone');
});

test('a sweep erases in batches, however many there are', async () => {
  const world = await openWorld(pki);
  const erased: number[] = [];
  const { commit } = world.storage;
  for (let no = 0; no < 120; no += 1)
    await world.storage.commit([
      {
        step: 'create-draft',
        draft: {
          id: `d${no}`,
          owner: `o${no}`,
          service: 'test-relief',
          formVersion: 1,
          revision: 0,
          createdAt: '2026-11-01T00:00:00Z',
          expiresAt: '2026-11-02T00:00:00Z',
        },
      },
    ]);
  world.storage.commit = async (plan) => {
    for (const step of plan) if (step.step === 'erase-expired') erased.push(step.most);
    return commit(plan);
  };
  await world.sweep();
  assert.deepEqual(erased, [50, 50, 50]);
  assert.equal(await world.storage.draftById('d119'), undefined);
});
