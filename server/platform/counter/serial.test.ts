import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readScan } from '#schemas/barcode/read-serial.ts';
import { isSerial, serialAlphabet } from '#schemas/barcode/serial.ts';
import { newSerial } from './serial.ts';

test('new serials have all of the alphabet and nothing else, and are never taken for a code', () => {
  const seen = new Set<string>();
  for (let n = 0; n < 2000; n++) {
    const serial = newSerial();
    assert.ok(isSerial(serial));
    assert.equal(readScan(serial), serial);
    for (const one of serial) seen.add(one);
  }
  assert.deepEqual([...seen].sort(), [...serialAlphabet].sort());
});
