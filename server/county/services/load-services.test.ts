import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Field } from '#schemas/form/definition.ts';
import { allFieldsWithPaths } from '#schemas/form/with-paths.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import { loadServices, ServiceFilesError } from './load-services.ts';
import { loadValidator } from '../publish/load-validator.ts';

const chiayi = fileURLToPath(new URL('../../../schemas/services/chiayi', import.meta.url));
const services = await loadServices(chiayi);
const fieldsOf = (id: string): readonly Field[] =>
  allFieldsWithPaths(services.find(({ service }) => service.id === id)!.form).map(({ field }) => field);

const copies: string[] = [];
after(() => Promise.all(copies.map((copy) => rm(copy, { recursive: true }))));

/** A copy of the folder with one file changed; the problems as `file path code`. */
async function problemsAfter(file: string, change: (text: string) => string): Promise<readonly string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'services-'));
  copies.push(copy);
  await cp(chiayi, copy, { recursive: true });
  await writeFile(join(copy, file), change(await readFile(join(copy, file), 'utf8')));
  try {
    await loadServices(copy);
    return [];
  } catch (error) {
    assert.ok(error instanceof ServiceFilesError);
    for (const { reason } of error.problems) assert.ok(reason['zh-Hant'] && reason.en && error.message.includes(file));
    return error.problems.map(({ file: where, path, code }) => `${where} ${path} ${code}`);
  }
}

test('the five services that Chiayi launched are there, and one of those that it plans', () => {
  assert.deepEqual(
    services.map(({ service }) => service.id),
    ['double-ninth-bonus', 'emergency-relief', 'land-use-zoning', 'long-term-care', 'safety-bracelet', 'senior-card'],
  );
});

for (const { service, form } of services) {
  test(`${service.id}: its validator is small, and asks for the required`, async () => {
    const { source } = await compileValidator(form);
    assert.ok(gzipSync(source).length <= 15_000, `${gzipSync(source).length} bytes`);
    const validate = await loadValidator(source, { now: () => new Date('2026-11-23T00:00:00Z') });
    assert.equal(validate({}), false);
    assert.ok(validate.errors?.some(({ params }) => params['missingProperty'] === 'applicantName'));
  });

  test(`${service.id}: asks who applies, how to reach them, and for declarations`, () => {
    const types = fieldsOf(service.id).map(({ type }) => type);
    for (const type of ['national-id', 'phone', 'email', 'address', 'file', 'declaration'] as const) {
      assert.ok(types.includes(type), type);
    }
  });

  test(`${service.id}: nothing is said in one language only`, () => {
    JSON.stringify({ service, form }, (key, value: unknown) => {
      if (key === 'zh-Hant') assert.match(String(value), /\p{Script=Han}/u);
      if (key === 'en') assert.doesNotMatch(String(value), /\p{Script=Han}/u);
      return value;
    });
  });
}

test('the four policies are all in use', () => {
  const policies = services.flatMap(({ service }) => fieldsOf(service.id).map(({ fill }) => fill?.policy));
  assert.deepEqual([...new Set(policies)].filter(Boolean).sort(), ['compare', 'confirm', 'editable', 'locked']);
});

test('long-term care takes either of two datasets', () => {
  const { service } = services.find((one) => one.service.id === 'long-term-care')!;
  assert.deepEqual(service.datasets, [{ anyOf: ['API.7QovE2Gev6', 'API.UDauDOLyZg'] }]);
  for (const { fill } of fieldsOf('long-term-care')) {
    if (fill)
      assert.deepEqual(
        fill.from.map(({ dataset }) => dataset),
        ['API.7QovE2Gev6', 'API.UDauDOLyZg'],
      );
  }
});

test('a sixth service is two more files', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'services-'));
  copies.push(copy);
  await cp(join(chiayi, 'senior-card'), join(copy, 'a-sixth'), { recursive: true });
  for (const file of await readdir(join(copy, 'a-sixth'))) {
    const path = join(copy, 'a-sixth', file);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"senior-card"', '"a-sixth"'));
  }
  const [sixth] = await loadServices(copy);
  assert.equal(sixth?.service.id, 'a-sixth');
});

const relief = 'emergency-relief/form.json';
const card = 'senior-card/service.json';
const changes: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
  ['no JSON', relief, () => '{', /form\.json {2}file-unreadable/],
  [
    'a missing property',
    card,
    (text) => text.replace('"legalBasis"', '"legalBases"'),
    /service\.json {2}schema-required/,
  ],
  [
    'an unknown field type',
    relief,
    (text) => text.replace('"type": "number"', '"type": "slider"'),
    /schema-discriminator/,
  ],
  ['another id', card, (text) => text.replace('"senior-card"', '"other-card"'), /service\.json \/id folder-name/],
  [
    'a condition about nothing',
    relief,
    (text) => text.replace('"var": "housing"', '"var": "house"'),
    /\/show condition-field/,
  ],
  ['a path that the dataset has not', relief, (text) => text.replace('$.spouse_name', '$.spouse'), /unknown-path/],
  ['an unknown transform', relief, (text) => text.replace('"address-parts"', '"address-magic"'), /unknown-transform/],
  [
    'a dataset that nothing uses',
    card,
    (text) => text.replace(/"datasets": \[/, '$& "API.UDauDOLyZg",'),
    /service\.json \/datasets\/0 unused-dataset/,
  ],
];
for (const [what, file, change, expected] of changes) {
  test(`refused with file, path and reason: ${what}`, async () => {
    const problems = await problemsAfter(file, change);
    assert.match(problems.join('\n'), expected);
    for (const problem of problems) assert.ok(problem.startsWith(file.split('/')[0]!), problem);
  });
}

test('a missing file is named', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'services-'));
  copies.push(copy);
  await cp(join(chiayi, 'senior-card'), join(copy, 'senior-card'), { recursive: true });
  await rm(join(copy, 'senior-card', 'form.json'));
  await assert.rejects(loadServices(copy), /senior-card\/form\.json \/: 缺少這個檔案。/);
});
