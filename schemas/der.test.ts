import { test } from 'node:test';
import assert from 'node:assert/strict';
import { children, concat, der, integer, nothing, objectId, octets, sequence, setOf } from './der.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('a length takes the fewest octets', () => {
  const head = (length: number): string => hex(octets(new Uint8Array(length)).subarray(0, -length || undefined));
  assert.equal(head(0), '0400');
  assert.equal(head(0x7f), '047f');
  assert.equal(head(0x80), '048180');
  assert.equal(head(0xff), '0481ff');
  assert.equal(head(0x100), '04820100');
  assert.equal(head(0xffff), '0482ffff');
  assert.equal(head(0x10000), '0483010000');
});

test('object identifiers, as the standards print them', () => {
  assert.equal(hex(objectId('1.2.840.113549.1.7.2')), '06092a864886f70d010702');
  assert.equal(hex(objectId('2.16.840.1.101.3.4.2.1')), '0609608648016503040201');
  assert.equal(hex(objectId('2.5.4.10')), '060355040a');
});

test('what no octets can say is refused', () => {
  for (const text of [`1.2.${'9'.repeat(400)}`, '1.2.x', '1.2.-1', `1.2.${2 ** 53}`])
    assert.throws(() => objectId(text), TypeError, text);
});

test('what is written is found again, piece by piece', () => {
  const long = new Uint8Array(300).fill(7);
  const written = sequence(integer(1), setOf(nothing), octets(long), der(0xa0, octets(long)));
  const found = children(written);
  assert.deepEqual(
    found.map(({ tag }) => tag),
    [0x02, 0x31, 0x04, 0xa0],
  );
  assert.deepEqual(found[2]?.content, long);
  assert.deepEqual(children(found[3]!.whole)[0]?.content, long);
  assert.equal(hex(concat(...found.map(({ whole }) => whole))), hex(written.subarray(4)));
});
