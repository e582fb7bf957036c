import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { formFileSchema } from './loose-schema.ts';

test('the published schema of form files is the one that is checked with', async () => {
  const file = new URL('../../../schemas/builder/form-file.schema.json', import.meta.url);
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), JSON.parse(JSON.stringify(formFileSchema)));
});
