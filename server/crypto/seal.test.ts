import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newKey, open, seal } from './seal.ts';

test('what was sealed is opened by the same key and context', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, context) => {
      const key = newKey();
      assert.deepEqual(open(key, seal(key, bytes, context), context), Buffer.from(bytes));
    }),
  );
});

test('another key, another context and any changed byte are refused', () => {
  const key = newKey();
  const sealed = seal(key, Buffer.from('資料'), 'package:1');
  assert.throws(() => open(newKey(), sealed, 'package:1'));
  assert.throws(() => open(key, sealed, 'package:2'));
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    assert.throws(() => open(key, changed, 'package:1'), `byte ${at}`);
  }
  assert.throws(() => open(key, sealed.subarray(0, 20), 'package:1'));
});

test('a shorter tag is no tag', () => {
  const key = newKey();
  const empty = seal(key, new Uint8Array(), 'x');
  assert.equal(empty.length, 28);
  assert.throws(() => open(key, empty.subarray(0, 16), 'x'));
});

test('the same plaintext never looks the same', () => {
  const key = newKey();
  assert.notDeepEqual(seal(key, Buffer.from('x'), 'c'), seal(key, Buffer.from('x'), 'c'));
});
