import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { catalogue, datasets, inUse } from '#schemas/datasets/catalogue.ts';
import { memoryProviderStorage } from '../../adapters/memory/provider.ts';
import { verifyInner } from '../../protocol/mydata-1/inner-zip.ts';
import { loadResidents } from '../../sandbox/load-residents.ts';
import { testNow } from '../../testing/test-pki.ts';
import { textOfPdf } from '../pdf/testing/read-pdf.ts';
import { seed } from '../seed.ts';
import { testProvider, type TestProvider } from '../provider.fixture.ts';
import { findDatasets, kindOf, readSearch } from './find-datasets.ts';

const household = 'API.7QovE2Gev6';
const land = 'API.KvvyRZSc5K';
const people = (await loadResidents()).filter(({ slug }) =>
  ['chen-hsiao-ling', 'yeh-shu-chuan', 'ho-tzu-ching'].includes(slug),
);
const storage = memoryProviderStorage();
await seed(storage, people);
const provider: TestProvider = await testProvider({ people, storage });

const get = async (path: string): Promise<Response> => provider.app.request(path);
const bytes = async (path: string): Promise<Uint8Array> => {
  const response = await get(path);
  assert.equal(response.status, 200, path);
  return new Uint8Array(await response.arrayBuffer());
};
const text = async (path: string): Promise<string> => Buffer.from(await bytes(path)).toString('utf8');
const status = async (path: string): Promise<number> => (await get(path)).status;

test('all 109 rows are listed; words and filters leave what fits', async () => {
  const page = await text('/samples');
  for (const { id, name } of catalogue.values())
    assert.ok(page.includes(`/samples/${id}"`) && page.includes(name['zh-Hant']), id);
  assert.match(page, /找到 109 項/);
  assert.match(page, /規劃中/);
  const found = (query: Record<string, string>): readonly string[] =>
    findDatasets(catalogue.values(), readSearch(query)).map(({ id }) => id);
  assert.ok(found({ q: '戶籍　個人' }).includes(household));
  assert.ok(found({ q: 'ＢＩＲＴＨ_yyymmdd' }).includes(household), 'an agency’s own name, full-width');
  assert.deepEqual(found({ q: 'api.kvvyrzsc5k' }), [land]);
  assert.deepEqual(found({ format: 'csv' }), [land]);
  assert.equal(found({ fields: 'evidence-only' }).length, 12);
  assert.equal(found({ fields: 'planned' }).length, 4);
  assert.ok(!found({ identity: 'nhi-card' }).includes(household));
  assert.ok(found({ area: 'land', q: '實價' }).includes(land));
  assert.equal(found({ area: 'nowhere', format: 'doc' }).length, 109);
  assert.match(await text('/samples?q=%3Cscript%3E'), /沒有符合的資料集[^]*/);
  assert.ok(!(await text('/samples?q=%3Cscript%3E')).includes('<script'));
});

test('a page per dataset says every field, and which names are assumed', async () => {
  for (const entry of catalogue.values()) {
    const page = await text(`/samples/${entry.id}`);
    assert.ok(page.includes(entry.name.en.replaceAll('&', '&amp;').replaceAll('’', '’')), entry.id);
    const dataset = datasets.get(entry.id);
    for (const { label } of dataset?.shape.parts.flatMap(({ columns }) => columns) ?? [])
      assert.ok(page.includes(label['zh-Hant'].replaceAll('&', '&amp;')), `${entry.id} ${label['zh-Hant']}`);
    if (kindOf(entry) === 'assumed') assert.match(page, /推定/);
    if (kindOf(entry) === 'evidence-only') assert.match(page, /沒有欄位可以帶入表單/);
    if (kindOf(entry) === 'planned') assert.match(page, /還在規劃/);
  }
  const page = await text(`/samples/${household}`);
  for (const words of ['personHouseholdData12', 'birth_yyymmdd', '$.birth_date', 'roc-date', '個人資料', '實際'])
    assert.ok(page.includes(words), words);
  assert.doesNotMatch(page, /<script|style="/);
});

test('schemas can be fetched, and are draft 2020-12; what has no fields has none', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const { id } of datasets.values()) {
    const schema = JSON.parse(await text(`/samples/${id}/schema.json`)) as Record<string, unknown>;
    assert.ok(ajv.validateSchema(schema), id);
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
  }
  assert.equal(await status('/samples/API.TeV2Md7SIx/schema.json'), 404);
});

test('sample documents: the files of a person: payload, document, locked document, signed package', async () => {
  const base = `/samples/${household}/chen-hsiao-ling`;
  assert.deepEqual(JSON.parse(await text(`${base}.json`)), people[0]!.records[household]);
  assert.match(textOfPdf(await bytes(`${base}.pdf`)).replace(/\s/g, ''), /測試用・不具效力/);
  assert.match(Buffer.from(await bytes(`${base}.locked.pdf`)).toString('latin1'), /\/Encrypt /);
  const ca = new X509Certificate(await text('/ca.pem'));
  const { files } = verifyInner(await bytes(`${base}.zip`), { anchors: [ca], now: testNow });
  assert.deepEqual(
    files.map(({ name }) => name),
    [`${household}.json`, `${household}.pdf`],
  );
  assert.deepEqual(await bytes(`${base}.pdf`), await bytes(`${base}.pdf`), 'the same whoever fetches it');
  assert.match(await text(`/samples/${land}/yeh-shu-chuan.csv`), /縣市,鄉鎮市區[^]*後壁區/);
  for (const none of [
    `${base}.csv`,
    `${base}.exe`,
    `/samples/${household}/nobody.json`,
    `/samples/${household}/ho-tzu-ching.json`,
    '/samples/API.0000000000',
    '/samples/residents/nobody',
    '/samples/residents/nobody/all.zip',
  ])
    assert.equal(await status(none), 404, none);
});

test('a page per person; who is on no record is said to be', async () => {
  assert.match(await text('/samples/residents'), /虛構人物/);
  assert.match(
    await text('/samples/residents/chen-hsiao-ling'),
    new RegExp(`/samples/${household}/chen-hsiao-ling\\.pdf`),
  );
  assert.match(await text('/samples/residents/ho-tzu-ching'), /各機關都查無此人的紀錄/);
  assert.match(await text(`/samples/${household}`), /查無紀錄（介面回覆 204）/);
});

test('archives hold what the pages show, and say their size once it is certain', async () => {
  const first = await get('/samples/residents/chen-hsiao-ling/all.zip');
  assert.equal(first.headers.get('content-length'), null, 'documents are not drawn yet');
  const files = unzipSync(new Uint8Array(await first.arrayBuffer()));
  assert.ok(files['README.txt'] && files['index.html'] && files['datasets.json']);
  const held = Object.entries(people[0]!.records).filter(([, record]) => record !== null);
  const expected = held.flatMap(([id]) =>
    inUse.get(id)!.formats.map((kind) => `samples/chen-hsiao-ling/${id}.${kind}`),
  );
  assert.deepEqual(
    Object.keys(files)
      .filter((name) => name.startsWith('samples/'))
      .sort(),
    expected.sort(),
  );
  assert.equal(Object.keys(files).filter((name) => name.startsWith('schemas/')).length, datasets.size);

  const second = await get('/samples/residents/chen-hsiao-ling/all.zip');
  const whole = new Uint8Array(await second.arrayBuffer());
  assert.equal(second.headers.get('content-length'), String(whole.length));
  assert.deepEqual(unzipSync(whole), files);

  const one = unzipSync(await bytes(`/samples/${land}/all.zip`));
  assert.ok(one[`samples/yeh-shu-chuan/${land}.csv`] && one[`schemas/${land}.schema.json`]);
});

test('the whole archive is announced with its size, drawn in the background, then whole', async () => {
  const page = await text('/samples/archives');
  assert.match(page, /約 [\d.]+ MB/);
  const all = await bytes('/samples/all.zip');
  const digests = Object.entries(unzipSync(all)).map(([name, file]) => [
    name,
    createHash('sha256').update(file).digest('hex'),
  ]);
  assert.ok(digests.length > 150);
  const later = await text('/samples/archives');
  assert.match(later, /已備妥/);
  assert.equal((await get('/samples/all.zip')).headers.get('content-length'), String(all.length));
});

test('outside the test environment there are no samples', async () => {
  const live = await testProvider({ sandbox: false, people });
  for (const path of ['/samples', '/samples/all.zip', `/samples/${household}/chen-hsiao-ling.json`])
    assert.equal((await live.app.request(path)).status, 404);
  assert.ok(!(await (await live.app.request('/')).text()).includes('/samples'));
});
