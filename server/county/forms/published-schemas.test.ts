import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publishedPaths, publishedSchemas } from './published-schemas.ts';

const app = publishedSchemas();
const fetched = async (path: string): Promise<{ readonly $id: string }> => {
  const answer = await app.request(path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/schema\+json/);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  return (await answer.json()) as { $id: string };
};
const relief = (name: string): { [key: string]: unknown } =>
  JSON.parse(
    readFileSync(new URL(`../../../schemas/services/chiayi/emergency-relief/${name}.json`, import.meta.url), 'utf8'),
  ) as { [key: string]: unknown };

test('each schema lies under the path of its own $id, and needs no other', async () => {
  assert.deepEqual(
    [...publishedPaths].sort(),
    ['asked', 'form', 'form-file', 'service'].map((name) => `/schemas/${name}-1.json`),
  );
  for (const path of publishedPaths) {
    const schema = await fetched(path);
    assert.equal(new URL(schema.$id).pathname, path);
    new Ajv2020({ strict: false }).compile(schema);
  }
});

test('a stranger with a validator alone tells a good form from a bad one', async () => {
  const isForm = new Ajv2020({ strict: false }).compile(await fetched('/schemas/form-1.json'));
  assert.equal(isForm(relief('form')), true, JSON.stringify(isForm.errors));
  assert.equal(isForm({ ...relief('form'), steps: [] }), false);
  assert.equal(isForm({ ...relief('form'), more: 1 }), false);
  const isService = new Ajv2020({ strict: false, validateFormats: false }).compile(
    await fetched('/schemas/service-1.json'),
  );
  assert.equal(isService(relief('service')), true, JSON.stringify(isService.errors));
});
