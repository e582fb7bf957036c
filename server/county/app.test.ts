import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { ApiError, ServiceDetail } from '#schemas/wire/county-api.ts';
import { memoryCountyStorage } from '../adapters/memory/county.ts';
import { assertDescribesRoutes, type OpenApiDocument } from '../testing/openapi-check.ts';
import { createTestPki, type TestPki } from '../testing/test-pki.ts';
import type { CountyConfig } from './config.ts';
import { CountySetupError } from './setup-error.ts';
import { readSite, type Site } from './site/site.ts';
import { countyUrl, openWorld, platformUrl } from './testing/county-under-test.ts';
import { household, lowIncome, personal, testForm, testLoaded, testService } from './testing/test-service.ts';

let pki: TestPki;
let siteFolder: string;
let site: Site;
before(async () => {
  pki = await createTestPki();
  siteFolder = await mkdtemp(join(tmpdir(), 'county-site-'));
  await mkdir(join(siteFolder, 'assets', 'fonts'), { recursive: true });
  for (const page of ['index', 'service', 'consent', 'apply', 'done', 'progress', 'privacy', 'accessibility', '404']) {
    await writeFile(join(siteFolder, `${page}.html`), `<!doctype html><title>${page}</title>`);
  }
  await cp(new URL('../../demo/county/public', import.meta.url), siteFolder, { recursive: true });
  site = await readSite(siteFolder);
  await writeFile(join(siteFolder, 'assets', 'main-abc.js'), 'export {};');
  await writeFile(join(siteFolder, 'secret.txt'), 'not to be served');
});
after(() => rm(siteFolder, { recursive: true }));

const config = (change: Partial<CountyConfig> = {}): CountyConfig => ({
  publicUrl: countyUrl,
  platformUrl,
  environment: 'test',
  services: [testLoaded],
  site,
  ...change,
});

test('the document describes every route, with and without site and sandbox', async () => {
  for (const change of [{}, { environment: 'live' as const }, { site: undefined }]) {
    const { app } = await openWorld(pki, { config: config(change) });
    const document = (await (await app.request('/openapi.json')).json()) as OpenApiDocument;
    assertDescribesRoutes(app, document);
  }
  const { app } = await openWorld(pki);
  assert.deepEqual(await (await app.request('/health')).json(), { status: 'ok' });
});

test('each address has its page, under a strict policy', async () => {
  const { app } = await openWorld(pki, { config: config() });
  const pages = {
    '/': 'index',
    '/services': 'index',
    '/services/test-relief': 'service',
    '/services/test-relief/consent': 'consent',
    '/services/test-relief/apply': 'apply',
    '/services/test-relief/done': 'done',
    '/progress': 'progress',
    '/privacy': 'privacy',
    '/accessibility': 'accessibility',
  };
  for (const [path, page] of Object.entries(pages)) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    assert.ok((await response.text()).includes(`<title>${page}</title>`), path);
    const policy = response.headers.get('content-security-policy')!;
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ]) {
      assert.ok(policy.includes(part), part);
    }
    assert.equal(policy.includes('unsafe'), false);
    assert.match(response.headers.get('content-type')!, /^text\/html/);
  }
});

test('the playground is there to try things out, and in no live county', async () => {
  const playground = join(siteFolder, 'playground');
  await mkdir(join(playground, 'assets'), { recursive: true });
  await writeFile(join(playground, 'index.html'), '<!doctype html><title>playground</title>');
  await writeFile(join(playground, 'assets', 'index-abc.js'), 'export {};');
  const { app } = await openWorld(pki, { config: config({ playground }) });
  const page = await app.request('/playground/');
  assert.match(await page.text(), /<title>playground/);
  assert.match(page.headers.get('content-security-policy')!, /script-src 'self'; style-src 'self'/);
  assert.equal((await app.request('/playground')).headers.get('location'), '/playground/');
  assert.equal((await app.request('/playground/assets/index-abc.js')).status, 200);
  assert.equal((await app.request('/playground/assets/..%2f..%2fsecret.txt')).status, 404);
  assertDescribesRoutes(app, (await (await app.request('/openapi.json')).json()) as OpenApiDocument);
  const live = await openWorld(pki, { config: config({ playground, environment: 'live' }) });
  assert.equal((await live.app.request('/playground/')).status, 404);
});

test('assets never change; nothing outside of the site is served', async () => {
  const { app } = await openWorld(pki, { config: config() });
  const script = await app.request('/assets/main-abc.js');
  assert.deepEqual(
    [script.status, script.headers.get('content-type'), script.headers.get('cache-control')],
    [200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  );
  for (const path of [
    '/assets/../secret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/fonts',
    '/assets/none.js',
    '/secret.txt',
    '/services/none',
    '/services/none/apply',
    '/favicon.ico',
  ]) {
    const response = await app.request(path);
    assert.equal(response.status, 404, path);
    assert.ok((await response.text()).includes('404'), path);
  }
  const api = await app.request('/api/nothing');
  assert.deepEqual([api.status, ((await api.json()) as ApiError).error.code], [404, 'not-found']);
});

test('a service says what it asks, field by field, from its form’s mapping', async () => {
  const { app } = await openWorld(pki);
  const list = (await (await app.request('/api/services')).json()) as { services: { id: string }[] };
  assert.deepEqual(
    list.services.map(({ id }) => id),
    ['test-relief'],
  );
  const detail = (await (await app.request('/api/services/test-relief')).json()) as ServiceDetail;
  assert.deepEqual([detail.platformOrigin, detail.manualUrl], [platformUrl, '/services/test-relief/apply']);
  assert.deepEqual(
    detail.asked.all.map(({ id }) => id),
    [personal],
  );
  assert.deepEqual(
    detail.asked.anyOf.map((group) => group.map(({ id }) => id)),
    [[household, lowIncome]],
  );
  const [first] = detail.asked.all;
  assert.equal(first!.replaces!['zh-Hant'], '戶籍謄本');
  assert.deepEqual(
    first!.fields
      .map(({ path, label, fills }) => [path, label['zh-Hant'], fills.map((text) => text['zh-Hant'])])
      .slice(0, 2),
    [
      ['$.person_name', '姓名', ['姓名']],
      ['$.person_id', '身分證統一編號', ['身分證統一編號']],
    ],
  );
  const rows = detail.asked.anyOf[0]![0]!.fields;
  assert.deepEqual(
    rows.map(({ path, fills }) => [path, fills.map((text) => text['zh-Hant'])]),
    [
      ['$.members[*].relationship', ['稱謂']],
      ['$.members[*].person_name', ['家人姓名']],
      ['$.members[*].person_id', []],
    ],
  );
  assert.equal((await app.request('/api/services/none')).status, 404);
});

test('a dataset that no question uses is not asked for', async () => {
  const service = { ...testService, datasets: [personal, 'API.n0c9qVZBQI'] };
  const { app } = await openWorld(pki, { config: config({ services: [{ service, form: testForm }] }) });
  const detail = (await (await app.request('/api/services/test-relief')).json()) as ServiceDetail;
  assert.deepEqual([detail.asked.all.map(({ id }) => id), detail.asked.anyOf], [[personal], []]);
});

test('forms are published once, and again when they change; a draft keeps its version', async () => {
  const storage = memoryCountyStorage();
  const first = await openWorld(pki, { storage });
  const browser = first.browser();
  const draft = await browser.draft();
  assert.deepEqual([draft.formVersion, draft.validatorUrl], [1, '/api/forms/test-relief/1/validator.js']);
  await openWorld(pki, { storage });
  assert.equal((await storage.latestForm('test-relief'))?.version, 1);

  const title = { 'zh-Hant': '新的救助', en: 'new' };
  const second = await openWorld(pki, {
    storage,
    keys: first.keys,
    config: config({ services: [{ service: testService, form: { ...testForm, title } }] }),
  });
  assert.equal((await storage.latestForm('test-relief'))?.version, 2);
  assert.equal((await second.browser().draft()).form.title['zh-Hant'], '新的救助');
  assert.equal((await second.browser().draft()).formVersion, 2);
  const kept = await browser.draft();
  assert.deepEqual([kept.formVersion, kept.form.title['zh-Hant']], [1, '測試救助']);

  const module = await second.app.request('/api/forms/test-relief/1/validator.js');
  assert.deepEqual(
    [
      module.status,
      module.headers.get('content-type'),
      module.headers.get('cache-control'),
      module.headers.get('x-content-type-options'),
    ],
    [200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'nosniff'],
  );
  assert.doesNotMatch(await module.text(), /\b(eval|new Function|require)\(/);
  for (const version of ['3', '0', 'x', '1.5'])
    assert.equal((await second.app.request(`/api/forms/test-relief/${version}/validator.js`)).status, 404);
});

test('towns come by county', async () => {
  const { app } = await openWorld(pki);
  const towns = (await (await app.request('/api/towns.json')).json()) as Record<string, string[]>;
  assert.ok(towns['嘉義縣']!.includes('太保市'));
});

test('a state-changing call needs our own page', async () => {
  const { app } = await openWorld(pki);
  const post = (headers: Record<string, string>) =>
    app.request('/api/progress', { method: 'POST', headers, body: '{}' });
  assert.equal((await post({})).status, 403);
  assert.equal((await post({ 'x-mydata-request': '1', origin: 'https://evil.example' })).status, 403);
  assert.equal((await post({ 'x-mydata-request': '1', 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post({ 'x-mydata-request': '1', 'sec-fetch-site': 'same-origin' })).status, 400);
  const draft = await app.request('/api/services/test-relief/draft', { method: 'DELETE' });
  assert.equal(draft.status, 403);
});

test('the sandbox exists in the test environment only', async () => {
  const live = await openWorld(pki, { config: config({ environment: 'live' }) });
  for (const path of ['/sandbox/applications', '/sandbox/applications/x', '/sandbox/transfers'])
    assert.equal((await live.app.request(path)).status, 404);
  const sandbox = await openWorld(pki);
  assert.deepEqual(await (await sandbox.app.request('/sandbox/applications')).json(), { applications: [] });
  assert.deepEqual(await (await sandbox.app.request('/sandbox/transfers')).json(), { transfers: [] });
});

test('the cookie is the county’s own, kept from scripts, and Secure under https', async () => {
  const { app } = await openWorld(pki);
  const cookie = (await app.request('/api/services/test-relief/draft')).headers.get('set-cookie')!;
  assert.match(cookie, /^mydata_county_draft=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
  const https = await openWorld(pki, { config: config({ publicUrl: 'https://county.example' }) });
  assert.match((await https.app.request('/api/services/test-relief/draft')).headers.get('set-cookie')!, /; Secure/);
});

test('the app does not start without what keeps it safe', async () => {
  const world = await openWorld(pki);
  const { keys } = world;
  for (const change of [
    { keys: { ...keys, master: new Uint8Array(16) } },
    { keys: { ...keys, anchors: [] } },
    { config: config({ platformUrl: 'nowhere' }) },
    { config: config({ numberPrefix: 'c' }) },
    {
      keys,
      config: config({ environment: 'live', services: [{ service: { ...testService, id: 'other' }, form: testForm }] }),
    },
  ]) {
    await assert.rejects(openWorld(pki, change), CountySetupError);
  }
});
