import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { PackageError } from './errors.ts';
import { readZip } from './zip.ts';

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const refused =
  (reason: string) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof PackageError, String(error));
    assert.deepEqual([error.step, error.reason], ['shape', reason]);
    return true;
  };

/** Replaces a name in both headers by one of the same length. */
function renamed(zip: Uint8Array, from: string, to: string): Buffer {
  assert.equal(Buffer.byteLength(from), Buffer.byteLength(to));
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at);
  return bytes;
}

const directoryOf = (zip: Buffer): number => zip.readUInt32LE(zip.length - 22 + 16);

test('a plain archive comes back in its order', () => {
  const zip = zipSync({
    'b.json': text('{}'),
    'META-INFO/manifest.xml': text('<files/>'),
    'a.pdf': [text('x'.repeat(999)), { level: 0 }],
  });
  const files = readZip(zip);
  assert.deepEqual([...files.keys()], ['b.json', 'META-INFO/manifest.xml', 'a.pdf']);
  assert.equal(files.get('a.pdf')!.length, 999);
});

test('what fflate packs is read as it was', () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-z0-9]{1,12}\.json$/),
    bytes: fc.uint8Array({ maxLength: 2000 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 20 }), (files) => {
      const read = readZip(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))));
      for (const { name, bytes } of files) assert.deepEqual(Buffer.from(read.get(name)!), Buffer.from(bytes));
      assert.equal(read.size, files.length);
    }),
  );
});

test('an entry for the folder META-INFO itself is skipped, any other folder refused', () => {
  assert.deepEqual([...readZip(zipSync({ 'META-INFO/': new Uint8Array(), 'a.json': text('{}') })).keys()], ['a.json']);
  assert.throws(() => readZip(zipSync({ 'data/': new Uint8Array() })), refused('unsafe-name'));
});

test('paths are refused', () => {
  for (const name of [
    '../evil.json',
    '/etc/passwd',
    'a/b.json',
    'META-INFO/../x',
    'META-INFO/a/b',
    'c:evil.json',
    'a\\b.json',
    '..',
    'META-INFO/..',
    ' a.json',
    'a\u0000.json',
    'a\u202ejson',
  ]) {
    assert.throws(() => readZip(zipSync({ [name]: text('x') })), refused('unsafe-name'), name);
  }
});

test('two entries of one name are refused, in other capitals too', () => {
  const zip = zipSync({ 'a.json': text('1'), 'b.json': text('2') });
  assert.throws(() => readZip(renamed(zip, 'b.json', 'a.json')), refused('duplicate-name'));
  assert.throws(() => readZip(renamed(zip, 'b.json', 'A.JSON')), refused('duplicate-name'));
});

test('a symbolic link is refused', () => {
  const link = zipSync({ 'a.json': [text('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });
  assert.throws(() => readZip(link), refused('link'));
  const file = zipSync({ 'a.json': [text('{}'), { os: 3, attrs: (0o100644 << 16) >>> 0 }] });
  assert.equal(readZip(file).size, 1);
});

test('more than 64 entries are refused, 64 are not', () => {
  const many = (count: number): Uint8Array =>
    zipSync(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.json`, text('{}')])));
  assert.equal(readZip(many(64)).size, 64);
  assert.throws(() => readZip(many(65)), refused('too-many-entries'));
});

test('a bomb is refused by its ratio before it is unpacked', () => {
  assert.throws(() => readZip(zipSync({ 'a.json': [new Uint8Array(5_000_000), { level: 9 }] })), refused('ratio'));
});

test('a bomb that lies about its size is cut off', () => {
  const zip = Buffer.from(zipSync({ 'a.json': [new Uint8Array(5_000_000), { level: 9 }] }));
  zip.writeUInt32LE(1000, directoryOf(zip) + 24);
  assert.throws(() => readZip(zip), refused('damaged'));
});

test('too much in total is refused', () => {
  const zip = zipSync({ 'a.json': text('x'.repeat(600)), 'b.json': text('x'.repeat(600)) });
  assert.throws(() => readZip(zip, { maxTotal: 1000 }), refused('too-large'));
});

test('names that do not belong are refused', () => {
  assert.throws(
    () => readZip(zipSync({ 'a.exe': text('x') }), { expected: (name) => name.endsWith('.json') }),
    refused('unexpected-name'),
  );
});

test('a changed byte of content is noticed', () => {
  const zip = Buffer.from(zipSync({ 'a.json': [text('{"income":1}'), { level: 0 }] }));
  zip.write('9', zip.indexOf('1}'));
  assert.throws(() => readZip(zip), refused('damaged'));
});

test('encrypted entries, unknown methods and headers that differ are refused', () => {
  const zip = (): Buffer => Buffer.from(zipSync({ 'a.json': text('{}') }));
  const encrypted = zip();
  encrypted.writeUInt16LE(1, directoryOf(encrypted) + 8);
  assert.throws(() => readZip(encrypted), refused('encrypted'));
  const method = zip();
  method.writeUInt16LE(12, directoryOf(method) + 10);
  assert.throws(() => readZip(method), refused('method'));
  const names = zip();
  names.write('b', 30);
  assert.throws(() => readZip(names), refused('two-headers'));
});

test('overlapping entries are refused', () => {
  const zip = Buffer.from(zipSync({ 'a.json': text('{}'), 'a.jsom': text('{}') }));
  const second = directoryOf(zip) + 46 + 'a.json'.length;
  zip.writeUInt32LE(0, second + 42);
  const same = renamed(zip, 'a.jsom', 'A.json');
  assert.throws(() => readZip(same), PackageError);
  const nested = zipSync({ 'a.zip': [zipSync({ 'b.zip': text('x') }), { level: 0 }], 'b.zip': text('x') });
  const bytes = Buffer.from(nested);
  bytes.writeUInt32LE(30 + 'a.zip'.length, directoryOf(bytes) + 46 + 'a.zip'.length + 42);
  assert.throws(() => readZip(bytes), refused('overlap'));
});

test('junk before, after and instead of an archive is refused', () => {
  const zip = zipSync({ 'a.json': text('{}') });
  for (const bytes of [
    Buffer.concat([text('MZ'), zip]),
    Buffer.concat([zip, text('x')]),
    zip.subarray(0, 40),
    zip.subarray(10),
    text('x'.repeat(100)),
    new Uint8Array(),
  ]) {
    assert.throws(() => readZip(bytes), refused('no-zip'));
  }
});

test('bytes of chance never do anything but be refused', () => {
  const good = zipSync({ 'a.json': text('{"a":1}'), 'META-INFO/manifest.xml': text('<files/>') });
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (at, value) => {
      const bytes = Uint8Array.from(good);
      bytes[at] = value;
      try {
        readZip(bytes);
      } catch (error) {
        assert.ok(error instanceof PackageError, String(error));
      }
    }),
    { numRuns: 500 },
  );
});

/** The sizes and the place in the form of zip64, as packers write it that did not know them beforehand. */
function asZip64(zip: Uint8Array, records = true): Buffer {
  const from = Buffer.from(zip);
  const end = from.length - 22;
  const start = from.readUInt32LE(end + 16);
  const parts: Buffer[] = [];
  for (let at = start; at < end;) {
    const [name, extra, comment] = [28, 30, 32].map((place) => from.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const head = Buffer.from(from.subarray(at, at + 46 + name));
    const field = Buffer.alloc(4 + 24);
    field.writeUInt16LE(1, 0);
    field.writeUInt16LE(24, 2);
    for (const [place, number] of [24, 20, 42].entries()) {
      field.writeBigUInt64LE(BigInt(head.readUInt32LE(number)), 4 + 8 * place);
      head.writeUInt32LE(0xffffffff, number);
    }
    head.writeUInt16LE(extra + field.length, 30);
    const rest = from.subarray(at + 46 + name, at + 46 + name + extra + comment);
    parts.push(head, rest.subarray(0, extra), field, rest.subarray(extra));
    at += 46 + name + extra + comment;
  }
  const directory = Buffer.concat(parts);
  const tail = Buffer.from(from.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  if (!records) return Buffer.concat([from.subarray(0, start), directory, tail]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  const count = BigInt(tail.readUInt16LE(10));
  for (const [place, value] of [
    [24, count],
    [32, count],
    [40, BigInt(directory.length)],
    [48, BigInt(start)],
  ] as const)
    record.writeBigUInt64LE(value, place);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  tail.writeUInt32LE(0xffffffff, 12);
  tail.writeUInt32LE(0xffffffff, 16);
  tail.writeUInt16LE(0xffff, 8);
  tail.writeUInt16LE(0xffff, 10);
  return Buffer.concat([from.subarray(0, start), directory, record, locator, tail]);
}

test('numbers in the form of zip64 are read, and what they lead to is checked alike', () => {
  const zip = zipSync({ 'a.json': text('{"a":1}'), 'META-INFO/manifest.xml': text('<files/>') });
  for (const records of [true, false])
    assert.deepEqual([...readZip(asZip64(zip, records))], [...readZip(zip)], String(records));
  const good = asZip64(zip);
  const record = good.length - 22 - 20 - 56;
  for (const [what, at] of [
    ['directory', record + 48],
    ['length', record + 40],
    ['entries', record + 32],
    ['record', good.length - 22 - 20 + 8],
  ] as const) {
    const bad = Buffer.from(good);
    bad.writeBigUInt64LE(0xffff_ffff_ffffn, at);
    assert.throws(() => readZip(bad), PackageError, what);
  }
  const huge = asZip64(zipSync({ 'a.json': text('{}') }), false);
  huge.writeBigUInt64LE(60n * 1024n ** 2n, huge.length - 22 - 24);
  assert.throws(() => readZip(huge), PackageError);
});

test('the folder of the manifest may be written as Windows writes it, and nothing else may', () => {
  const zip = zipSync({ 'META-INFO\\manifest.xml': text('<files/>') });
  assert.deepEqual([...readZip(zip).keys()], ['META-INFO/manifest.xml']);
  for (const name of ['META-INFO\\a\\b', 'x\\a.json'])
    assert.throws(() => readZip(zipSync({ [name]: text('x') })), refused('unsafe-name'));
  const both = zipSync({ 'META-INFO\\a': text('1'), 'META-INFO/a': text('2') });
  assert.throws(() => readZip(both), refused('duplicate-name'));
});
