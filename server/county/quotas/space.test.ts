import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test, type TestContext } from 'node:test';
import { serve } from '@hono/node-server';
import { sqliteCountyStorage } from '../../adapters/sqlite/county/storage.ts';
import type { ApiError, DraftView, Saved, SubmitResult } from '#schemas/wire/county-api.ts';
import { createTestPki, type TestPki } from '../../testing/test-pki.ts';
import { budgets } from '../../limits/budgets.ts';
import { openForms } from '../forms/testing.fixture.ts';
import { countySpaceDefaults } from '../space.ts';
import { countyUrl, openWorld, platformUrl, type World } from '../testing/county-under-test.ts';
import { resident } from '../testing/payloads.ts';
import { signInAs } from '../testing/staff.ts';
import { testLoaded } from '../testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const draftUrl = '/api/services/test-relief/draft';
const refusal = async (response: Response) =>
  [response.status, ((await response.json()) as ApiError).error.code, response.headers.get('retry-after')] as const;
const full = [503, 'space-full', '600'] as const;

/** A browser on the network, behind the county's own proxy, as a caller from any address. */
async function listening(t: TestContext, { app }: World) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((ready) => server.once('listening', ready));
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (address: string) => {
    let cookie = '';
    return async (method: string, path: string, body?: object): Promise<Response> => {
      const sent = body instanceof FormData || !body ? body : JSON.stringify(body);
      const response = await fetch(origin + path, {
        method,
        headers: {
          'x-forwarded-for': address,
          'x-mydata-request': '1',
          'sec-fetch-site': 'same-origin',
          ...(typeof sent === 'string' && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
        },
        ...(sent !== undefined && { body: sent }),
      });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return response;
    };
  };
}

function pdf(bytes: number): FormData {
  const form = new FormData();
  form.append('file', new File([Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(bytes - 5)])], 'a.pdf'));
  return form;
}

test('files from hundreds of addresses without a cookie: the store stays under its quota, and an honest draft is finished', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'county-'));
  const file = join(folder, 'county.sqlite');
  const storage = sqliteCountyStorage(file);
  t.after(async () => {
    await storage.close();
    await rm(folder, { recursive: true });
  });
  const most = { ...countySpaceDefaults, files: 40_000 };
  const config = {
    publicUrl: countyUrl,
    platformUrl,
    environment: 'test',
    proxies: ['127.0.0.1'],
    services: [testLoaded],
  } as const;
  const world = await openWorld(pki, { storage, space: { most }, config });
  const from = await listening(t, world);

  const honest = from('203.0.113.9');
  const saved = (await (
    await honest('PUT', draftUrl, { answers: { phone: '0912345678' }, claims: {}, revision: 0 })
  ).json()) as Saved;
  const proof = (await (await honest('POST', `${draftUrl}/files?field=proof`, pdf(1500))).json()) as { id: string };

  const before = (await stat(file)).size;
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, no) => from(`198.51.${no}.7`)('POST', `${draftUrl}/files?field=proof`, pdf(1900))),
  );
  const taken = answers.filter(({ status }) => status === 201).length;
  assert.ok(taken > 10 && taken < 20, `${taken}`);
  for (const answer of answers)
    if (answer.status !== 201) assert.deepEqual((await refusal(answer)).slice(0, 2), full.slice(0, 2));
  const sizes = await storage.sizes();
  assert.ok(sizes.files <= most.files && sizes.files > most.files * 0.9, `${sizes.files}`);
  await storage.scrub();
  assert.ok((await stat(file)).size - before < 1_000_000, 'of 570 kB of files and 300 drafts');

  const later = { phone: '0912345678', reason: 'illness', hospital: '長庚醫院', proof: [proof], agreed: true };
  const more = {
    applicantName: resident.name,
    applicantId: resident.nationalId,
    birthDate: resident.birthDate,
    marriage: '未婚',
    registeredAddress: '嘉義縣太保市祥和一路東段 1 號',
  };
  const draft = (await (await honest('GET', draftUrl)).json()) as DraftView;
  const said = { answers: { ...later, ...more }, claims: {}, revision: draft.revision };
  const again = await honest('PUT', draftUrl, said);
  assert.equal(again.status, 200, 'what is begun is saved');
  const { revision } = (await again.json()) as Saved;
  const sent = await honest('POST', '/api/services/test-relief/applications', {
    ...said,
    draft: saved.id,
    revision,
    formVersion: draft.formVersion,
  });
  assert.equal(sent.status, 201, await sent.clone().text());
  assert.match(((await sent.json()) as SubmitResult).applicationNo, /^\w+-/);

  world.now = new Date(world.now.getTime() + 49 * 3_600_000);
  await world.sweep();
  assert.equal((await storage.sizes()).files, 0, 'nobody submitted them');
  assert.equal((await from('203.0.113.10')('POST', `${draftUrl}/files?field=proof`, pdf(1900))).status, 201);
});

test('where drafts or what becomes of them are full, nobody begins, and who has begun goes on', async () => {
  for (const kind of ['drafts', 'applications', 'records'] as const) {
    const most = { ...countySpaceDefaults };
    const world = await openWorld(pki, { space: { most } });
    const begun = world.browser();
    const save = (revision: number) =>
      begun.send('PUT', draftUrl, { answers: { phone: '0912345678' }, claims: {}, revision });
    await save(0);
    most[kind] = 0;
    assert.equal((await save(1)).status, 200, kind);
    const other = world.browser();
    assert.equal((await other.request(draftUrl)).status, 200, 'looking is free');
    const first = await other.send('PUT', draftUrl, { answers: {}, claims: {}, revision: 0 });
    assert.deepEqual(await refusal(first), full, kind);
    const journey = await other.send('POST', '/api/services/test-relief/journeys', {
      nationalId: resident.nationalId,
      chosen: [],
    });
    assert.ok(journey.status >= 400);
  }
});

test('a file system with too little free refuses what is new, whatever the kinds say', async () => {
  let free = 1e9;
  const world = await openWorld(pki, { space: { reserve: 5e8, free: async () => free } });
  const begin = () => world.browser().send('PUT', draftUrl, { answers: {}, claims: {}, revision: 0 });
  assert.equal((await begin()).status, 200);
  free = 4e8;
  world.now = new Date(world.now.getTime() + 5000);
  assert.deepEqual(await refusal(await begin()), full);
});

test('from four fifths on administrators are told on their page, others not, and the log once', async () => {
  const most = { ...countySpaceDefaults };
  const world = await openWorld(pki, { space: { most } });
  await world.browser().send('PUT', draftUrl, { answers: { phone: '0912345678' }, claims: {}, revision: 0 });
  const { drafts } = await world.storage.sizes();
  const page = async (login: string) => (await (await signInAs(world, login)).request('/staff')).text();
  assert.doesNotMatch(await page('administrator'), /儲存空間/);
  most.drafts = drafts / 0.8;
  world.now = new Date(world.now.getTime() + 60_000);
  assert.match(await page('administrator'), /儲存空間快滿了.*填寫中的申請已用.*（80%）/s);
  assert.doesNotMatch(await page('clerk'), /儲存空間/);
  for (const _ of [1, 2, 3]) await world.sweep();
  assert.equal(world.lines.filter(({ message }) => message === 'space is getting short').length, 1);
});

test('works that lose conflicts: so many bytes of one designer within a day, whatever the form; then nothing is said to be kept', async () => {
  const forms = await openForms();
  const path = '/forms/emergency-relief';
  const { document, revision } = (await forms.as('ann')('GET', `${path}/draft`)).body as {
    document: { service: object; form: object };
    revision: number;
  };
  const save = (who: 'ann' | 'ben', at: number, title: string) =>
    forms.as(who)('PUT', `${path}/draft`, {
      document: { ...document, form: { ...document.form, title: { 'zh-Hant': title, en: title } } },
      history: { done: [], undone: [] },
      revision: at,
    });
  assert.equal((await save('ann', revision, 'first')).status, 200);
  const room = Math.ceil(Buffer.byteLength(JSON.stringify(document)) * 1.5) + 2000;
  const { limiter } = forms.world.county;
  await limiter.take([{ budget: 'kept-works', who: 'ben', amount: budgets['kept-works'].limit - room }]);
  assert.equal((await save('ben', revision, 'lost')).status, 409);
  assert.equal((await save('ben', revision, 'lost')).status, 409, 'the same again takes no room');
  const refused = await save('ben', revision, 'another');
  assert.deepEqual([refused.status, refused.body.error.code], [429, 'too-much-kept']);
  assert.ok(Number(refused.headers.get('retry-after')) > 3600);
  assert.equal((await forms.as('ben')('GET', `${path}/kept`)).body.kept.length, 1);
  assert.equal((await save('ann', revision + 1, 'second')).status, 200, 'who loses nothing is not counted');
});

test('where the builder’s kinds are full no work is saved, and what stands there is published', async () => {
  const most = { ...countySpaceDefaults };
  const forms = await openForms({ space: { most } });
  const ann = forms.as('ann');
  const path = '/forms/emergency-relief/draft';
  const draft = (await ann('GET', path)).body as { document: object; revision: number };
  const history = { done: [], undone: [] };
  const saved = await ann('PUT', path, { document: draft.document, history, revision: draft.revision });
  assert.equal(saved.status, 200);
  most.forms = (await forms.world.storage.sizes()).forms;
  const next = { document: draft.document, history, revision: draft.revision + 1 };
  const refused = await ann('PUT', path, next);
  assert.deepEqual([refused.status, refused.body.error.code], [503, 'space-full']);
  const conflict = await forms.as('ben')('PUT', path, { ...next, revision: 0 });
  assert.equal(conflict.status, 503, 'nor is what loses a conflict kept');
  const sent = await ann('POST', '/forms/emergency-relief/sent', { revision: draft.revision + 1, notes: '送核' });
  assert.notEqual(sent.status, 503);
});
