/** What the county app says to a page whose draft is no more, or is another one by now, and takes from it then. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Answers } from '#schemas/form/answers.ts';
import type { ApiError, Saved, UploadedFile } from '#schemas/wire/county-api.ts';
import { createTestPki, testNow, type TestPki } from '../../testing/test-pki.ts';
import { openWorld, type Browser, type World } from '../testing/county-under-test.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const url = '/api/services/test-relief';
const all: Answers = { phone: '0912345678', reason: 'illness', hospital: '朴子醫院', members: [{ name: '甲' }] };
/** Of the page that saved last: what it holds, and where it means it to go. */
const save = (browser: Browser, meant: Partial<Saved>, answers: Answers = all) =>
  browser.send('PUT', `${url}/draft`, { answers, claims: {}, draft: meant.id, revision: meant.revision ?? 0 });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as ApiError).error.code];
const savedOf = async (response: Response) => {
  assert.equal(response.status, 200);
  return (await response.json()) as Saved;
};

const submittable: Answers = {
  applicantName: '王小明',
  nationalId: 'A123456789',
  birthDate: '1980-01-01',
  ...all,
};

const ends: Readonly<Record<string, (world: World, browser: Browser) => Promise<unknown>>> = {
  'deleted in another window': (_world, browser) => browser.request(`${url}/draft`, { method: 'DELETE' }),
  'past its time': async (world) => (world.now = new Date(testNow.getTime() + 8 * 24 * 3_600_000)),
};

for (const [why, end] of Object.entries(ends))
  test(`a draft that is ${why} is told of as gone, and all that the page holds goes into a new one`, async () => {
    const world = await openWorld(pki);
    const browser = world.browser();
    assert.equal((await browser.draft()).id, undefined, 'nothing is kept yet');
    const first = await savedOf(await save(browser, {}));
    assert.equal((await browser.draft()).id, first.id);
    await end(world, browser);
    assert.deepEqual(await codeOf(await save(browser, first)), [404, 'draft-gone']);
    assert.deepEqual(await codeOf(await save(browser, { ...first, revision: 0 })), [404, 'draft-gone']);
    const blank = await browser.draft();
    assert.deepEqual([blank.id, blank.revision, blank.answers, blank.files], [undefined, 0, {}, []]);
    const next = await savedOf(await save(browser, { revision: blank.revision }));
    assert.notEqual(next.id, first.id);
    const kept = await browser.draft();
    assert.deepEqual([kept.id, kept.answers], [next.id, all]);
  });

test('a browser whose cookie is gone is told the same', async () => {
  const world = await openWorld(pki);
  const first = await savedOf(await save(world.browser(), {}));
  assert.deepEqual(await codeOf(await save(world.browser(), first)), [404, 'draft-gone']);
});

test('another draft, begun by another window and saved as often, is not written over', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const first = await savedOf(await save(browser, {}));
  await browser.request(`${url}/draft`, { method: 'DELETE' });
  const theirs: Answers = { phone: '0987654321', reason: 'illness' };
  const second = await savedOf(await save(browser, {}, theirs));
  assert.equal(second.revision, first.revision);
  assert.deepEqual(await codeOf(await save(browser, first)), [409, 'draft-conflict']);
  const body = { answers: submittable, claims: {}, formVersion: 1, revision: first.revision, draft: first.id };
  assert.deepEqual(await codeOf(await browser.send('POST', `${url}/applications`, body)), [409, 'draft-conflict']);
  assert.deepEqual((await browser.draft()).answers, theirs);
  await savedOf(await save(browser, second, { ...theirs, ...all }));
  assert.deepEqual((await browser.draft()).answers, { ...theirs, ...all });
});

test('a submission meant for a draft that is no more is refused, and a page that names no draft is served as ever', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const first = await savedOf(await save(browser, {}));
  await browser.request(`${url}/draft`, { method: 'DELETE' });
  const body = { answers: submittable, claims: {}, formVersion: 1, revision: first.revision, draft: first.id };
  assert.deepEqual(await codeOf(await browser.send('POST', `${url}/applications`, body)), [404, 'draft-gone']);
  assert.deepEqual(await codeOf(await browser.send('PUT', `${url}/draft`, { ...body, draft: 5 })), [
    400,
    'body-unreadable',
  ]);
  assert.equal((await savedOf(await save(browser, {}))).revision, 1);
});

test('a draft names the files that are kept with it, and one that follows it has none of them', async () => {
  const world = await openWorld(pki);
  const browser = world.browser();
  const form = new FormData();
  form.append('file', new File(['%PDF-1.4 a'], 'a.pdf'));
  const upload = await browser.request(`${url}/draft/files?field=proof`, { method: 'POST', body: form });
  const { id } = (await upload.json()) as UploadedFile;
  const held = await browser.draft();
  assert.deepEqual(held.files, [id]);
  await browser.request(`${url}/draft`, { method: 'DELETE' });
  assert.deepEqual((await browser.draft()).files, []);
});
