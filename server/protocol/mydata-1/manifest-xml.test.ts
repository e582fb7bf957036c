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

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const inside = '<filename>a.json</filename><digest>ff</digest>';
const forms: readonly (readonly [what: string, xml: string | Uint8Array])[] = [
  ['CRLF', `<?xml version="1.0" encoding="UTF-8"?>\r\n<files>\r\n\t<file>\r\n${inside}\r\n</file>\r\n</files>\r\n`],
  ['byte order mark', `\ufeff<?xml version="1.0"?><files><file>${inside}</file></files>`],
  ['no declaration', `<files><file>${inside}</file></files>`],
  ['standalone', `<?xml version="1.0" encoding="utf-8" standalone="yes"?><files><file>${inside}</file></files>`],
  ['single quotes', `<?xml version='1.0' encoding='UTF-8' standalone='no' ?><files><file>${inside}</file></files>`],
  ['another encoding said', `<?xml version="1.0" encoding="utf-16"?><files><file>${inside}</file></files>`],
  ['UTF-16', utf16(`<?xml version="1.0" encoding="utf-16"?><files><file>${inside}</file></files>`, false)],
  ['UTF-16, high byte first', utf16(`<files><file>${inside}</file></files>`, true)],
  ['attributes', `<files version="1" xmlns:xsi="x" xmlns="urn:y"><file id="1">${inside}</file></files>`],
  [
    'prefixes',
    `<m:files xmlns:m="urn:y"><m:file><m:filename>a.json</m:filename><m:digest>ff</m:digest></m:file></m:files>`,
  ],
  ['other order', fileOf('<digest>ff</digest><filename>a.json</filename>')],
  ['more children', fileOf(`<size unit="b">1</size>${inside}<algorithm><name>x</name></algorithm>`)],
  ['more beside the files', xmlOf(`<version>1</version><file>${inside}</file><total>1</total>`)],
  ['comments', `<!-- a < b & c --><files><!-- <file/> --><file>${inside}</file><!----></files><!-- end -->`],
  ['processing instructions', `<?xml version="1.0"?><?xml-stylesheet href="x"?><files><file>${inside}</file></files>`],
  ['CDATA', fileOf('<filename><![CDATA[a.json]]></filename><digest><![CDATA[ff]]></digest>')],
  ['spaces', fileOf('<filename>\n a.json\t</filename > <digest > ff </digest>')],
  ['references', fileOf('<filename>a&#46;json</filename><digest>&#x66;f</digest>')],
];
for (const [what, xml] of forms)
  test(`read, as others write it: ${what}`, () => {
    const bytes = typeof xml === 'string' ? new TextEncoder().encode(xml) : xml;
    assert.deepEqual(readManifest(bytes, ['filename', 'digest']), [row]);
  });

test('what stands in a CDATA section is text, and a comment may hold the look of one', () => {
  assert.deepEqual(read(fileOf('<filename><![CDATA[a<b>&amp;]]>c</filename><digest>ff</digest>')), [
    { filename: 'a<b>&amp;c', digest: 'ff' },
  ]);
  assert.deepEqual(read(fileOf(`<!-- <![CDATA[ -->${inside}<!-- ]]> -->`)), [row]);
  assert.throws(() => read(fileOf(`<![CDATA[${inside}]]>`)), PackageError);
});

test('what may be missing is empty, and may not stand twice', () => {
  const bytes = (xml: string): Uint8Array => new TextEncoder().encode(fileOf(xml));
  assert.deepEqual(readManifest(bytes('<code>204</code>'), ['code'], ['filename']), [{ code: '204', filename: '' }]);
  assert.deepEqual(readManifest(bytes('<code>204</code><filename/>'), ['code'], ['filename']), [
    { code: '204', filename: '' },
  ]);
  assert.throws(
    () => readManifest(bytes('<code>1</code><filename/><filename/>'), ['code'], ['filename']),
    PackageError,
  );
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
