import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { PackageError } from './errors.ts';
import { readManifest, writeManifest } from './manifest-xml.ts';

const read = (xml: string): unknown => readManifest(new TextEncoder().encode(xml), ['filename', 'digest']);
const row = { filename: 'a.json', digest: 'ff' };
const xmlOf = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><files>${inside}</files>`;
const fileOf = (inside: string): string => xmlOf(`<file>${inside}</file>`);

test('what was written is read, whatever signs a name holds', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ';', '#', '嘉', '𠀀', ']'),
    minLength: 1,
  });
  fc.assert(
    fc.property(
      fc.array(fc.record({ filename: text, digest: text }, { noNullPrototype: true }), { minLength: 1 }),
      (rows) => {
        assert.deepEqual(readManifest(writeManifest(rows), ['filename', 'digest']), rows);
      },
    ),
  );
});

test('the written text is fixed, for others sign and compare it', () => {
  assert.equal(
    new TextDecoder().decode(writeManifest([{ filename: 'a&b.json', digest: 'ff' }])),
    '<?xml version="1.0" encoding="UTF-8"?>\n<files>\n  <file>\n    <filename>a&amp;b.json</filename>\n    <digest>ff</digest>\n  </file>\n</files>\n',
  );
});

test('one file, no file, other order and further children are read', () => {
  assert.deepEqual(read(fileOf('<digest>ff</digest><size>1</size><filename>a.json</filename>')), [row]);
  assert.deepEqual(read('<files/>'), []);
  assert.deepEqual(read('\ufeff<files>\r\n <file><filename> a.json </filename><digest>ff</digest></file></files>'), [
    row,
  ]);
});

test('character references are read as XML reads them', () => {
  assert.deepEqual(read(fileOf('<filename>&#x5609;&#32681;&lt;</filename><digest>ff</digest>')), [
    { filename: '嘉義<', digest: 'ff' },
  ]);
});

test('entities and declarations do nothing but be refused', () => {
  const body = '<filename>&x;</filename><digest>ff</digest>';
  for (const xml of [
    `<!DOCTYPE files [<!ENTITY x "y">]>${fileOf(body)}`,
    `<!DOCTYPE files SYSTEM "file:///etc/passwd"><files/>`,
    fileOf(body),
    fileOf('<filename>&#0;</filename><digest>ff</digest>'),
    fileOf('<filename>a & b</filename><digest>ff</digest>'),
    fileOf('<filename>&#x110000;</filename><digest>ff</digest>'),
    fileOf('<filename>&constructor;</filename><digest>ff</digest>'),
    fileOf('<filename><![CDATA[a.json]]></filename><digest>ff</digest>'),
  ])
    assert.throws(() => read(xml), PackageError, xml);
});

test('doubled, missing and nested children are refused', () => {
  for (const inside of [
    '<filename>a.json</filename>',
    '<filename>a</filename><filename>b</filename><digest>ff</digest>',
    '<filename><b>a</b></filename><digest>ff</digest>',
    'text',
    '',
  ])
    assert.throws(() => read(fileOf(inside)), PackageError, inside);
});

test('another root, two roots, no XML and no UTF-8 are refused', () => {
  for (const xml of [
    '',
    'files',
    '<file/>',
    '<files></file>',
    '<files/><files/>',
    '<files><file>',
    '<files>text</files>',
    '<Files/>',
  ]) {
    assert.throws(() => read(xml), PackageError, xml);
  }
  assert.throws(() => readManifest(Uint8Array.of(0x3c, 0xff, 0xfe), ['filename']), PackageError);
  assert.throws(() => readManifest(new Uint8Array(2 ** 20 + 1), ['filename']), PackageError);
});
