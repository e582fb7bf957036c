import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileKinds, kindOf, kindOfBytes, kindsRefused, kindsTaken, mostBytes, mostFiles } from './file-kinds.ts';

const types = (accept: readonly string[]) => kindsTaken(accept).map(({ type }) => type);
const kind = (name: string, type = '') => {
  const found = kindOf({ name, type });
  return typeof found === 'object' ? found.type : found;
};

test('a field takes what of the list it names, however it is written', () => {
  assert.deepEqual(types(['application/pdf', 'image/jpg']), ['application/pdf', 'image/jpeg']);
  assert.deepEqual(types(['image/*']), ['image/jpeg', 'image/png']);
  assert.deepEqual(types(['.PDF', '.Jpeg']), ['application/pdf', 'image/jpeg']);
  assert.deepEqual(types(['IMAGE/PNG', 'text/plain']), ['image/png']);
});

test('a form that names HEIC takes the JPEG that is made of it', () => {
  assert.deepEqual(types(['image/heic']), ['image/jpeg']);
  assert.deepEqual(
    types(['application/pdf', 'image/jpeg', 'image/png', 'image/heic']),
    fileKinds.map(({ type }) => type),
  );
  assert.deepEqual(kindsRefused(['image/jpg', 'image/heic', 'image/*', 'application/msword']), [
    'image/heic',
    'application/msword',
  ]);
});

test('a chosen file is known by its type, and where there is none by its ending in any case', () => {
  for (const [name, type] of [
    ['a.jpg', 'image/jpeg'],
    ['a', 'image/jpg'],
    ['A.JPG', ''],
    ['a.JPEG ', ''],
    ['a.jpe', 'application/octet-stream'],
  ] as const)
    assert.equal(kind(name, type), 'image/jpeg', name + type);
  assert.equal(kind('報告.PDF'), 'application/pdf');
  assert.equal(kind('x.pdf', 'application/x-pdf'), 'application/pdf');
  assert.equal(kind('IMG_1.HEIC'), 'heic');
  assert.equal(kind('IMG_1.jpg', 'image/heif'), 'heic');
  // A phone that converts keeps the name.
  assert.equal(kind('IMG_1.HEIC', 'image/jpeg'), 'image/jpeg');
  assert.equal(kind('a.exe'), undefined);
  assert.equal(kind('a.pdf', 'text/html'), undefined);
});

test('bytes decide, HEIC is told from other files of its family', () => {
  for (const { type, begins } of fileKinds)
    assert.equal((kindOfBytes(Uint8Array.from([...begins, 0])) as { type: string }).type, type);
  const box = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}`)]);
  for (const brand of ['heic', 'heix', 'mif1', 'hevc', 'heim']) assert.equal(kindOfBytes(box(brand)), 'heic', brand);
  for (const brand of ['isom', 'avif', 'qt  ']) assert.equal(kindOfBytes(box(brand)), undefined, brand);
  assert.equal(kindOfBytes(new Uint8Array()), undefined);
});

test('the limits are those of the published schema', () => {
  const schema = readFileSync(new URL('./definition.schema.json', import.meta.url), 'utf8');
  assert.ok(schema.includes(`"maximum": ${mostBytes}`));
  assert.match(
    schema,
    new RegExp(`"maxFiles": \\{\\s*"type": "integer",\\s*"minimum": 1,\\s*"maximum": ${mostFiles}\\s`),
  );
});
