import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inUse } from '#schemas/datasets/catalogue.ts';
import type { JsonValue } from '#schemas/datasets/types.ts';
import { packageFiles } from './package-files.ts';

const render = async (): Promise<Uint8Array> => Buffer.from('%PDF-');
const files = (resource: string, payload: JsonValue, fields?: readonly string[]) =>
  packageFiles(
    {
      dataset: inUse.get(resource)!,
      payload,
      person: { uid: 'A123456789' },
      transactionUid: 'a3bb189e-8bf9-4c4e-9e3c-6b6f9a1f0001',
      now: new Date('2026-11-23T02:00:00Z'),
    },
    fields,
    render,
  );
const names = async (...args: Parameters<typeof files>) => (await files(...args)).map(({ name }) => name);

test('every dataset in use is packed in its formats', async () => {
  for (const { id, formats } of inUse.values()) {
    const payload = formats.includes('csv') ? '地號,面積\r\n' : {};
    assert.deepEqual(
      await names(id, payload),
      formats.map((format) => `${id}.${format}`),
    );
  }
});

test('a CSV is its text; rows of cells become one; anything else is none', async () => {
  const land = 'API.KvvyRZSc5K';
  assert.equal(Buffer.from((await files(land, '地號,"a"'))[0]!.bytes).toString(), '地號,"a"');
  assert.equal(Buffer.from((await files(land, [['a,b', 1]]))[0]!.bytes).toString(), '\uFEFF"a,b",1\r\n');
  await assert.rejects(files(land, { a: 1 }), TypeError);
});

test('single fields come without the document that would show the rest', async () => {
  assert.deepEqual(await names('API.7QovE2Gev6', { person_id: 'x', person_name: 'y' }, ['person_id']), [
    'API.7QovE2Gev6.json',
  ]);
  await assert.rejects(files('API.KvvyRZSc5K', 'a,b', ['a']), TypeError);
  await assert.rejects(files('API.TeV2Md7SIx', {}, ['a']), TypeError);
});
