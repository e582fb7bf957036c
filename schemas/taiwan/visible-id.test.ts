import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWholeId, likeness, type Likeness } from './visible-id.ts';

const person = 'A123456789';

const cases: readonly [shown: string, is: Likeness][] = [
  ['A123456789', 'same'],
  [' ａ１２３４５６７８９ ', 'same'],
  ['B123456780', 'other'],
  ['AB12345678', 'other'],
  ['A800000014', 'other'],
  ['A12345****', 'may-be'],
  ['A12***6789', 'may-be'],
  ['A12***678*', 'may-be'],
  ['A12345＊＊＊＊', 'may-be'],
  ['A1○○○○○789', 'may-be'],
  ['A1〇〇〇〇〇789', 'may-be'],
  ['A1●●●●●789', 'may-be'],
  ['A12345XXXX', 'may-be'],
  ['a12345xxxx', 'may-be'],
  ['A12OOOO789', 'may-be'],
  ['A12345####', 'may-be'],
  ['**********', 'may-be'],
  ['***', 'may-be'],
  ['A12***789', 'may-be'],
  ['A12**********789', 'may-be'],
  ['A1■■■■■789', 'may-be'],
  ['P-1234567', 'silent'],
  ['B12345****', 'other'],
  ['A12***6780', 'other'],
  ['A22345****', 'other'],
  ['A12***780', 'other'],
  ['A12*', 'may-be'],
  ['', 'silent'],
  ['無', 'silent'],
  ['12345678', 'silent'],
  ['E1234567', 'silent'],
  ['A12345678', 'silent'],
  ['A1234567890', 'silent'],
];
for (const [shown, is] of cases)
  test(`an id that is shown as 「${shown}」: ${is}`, () => assert.equal(likeness(shown, person), is));

test('whole is what shows all of an id of any form', () => {
  for (const id of ['A123456789', 'A800000014', 'AC01234567', 'ａ１２３４５６７８９']) assert.ok(isWholeId(id), id);
  for (const id of ['A12345****', 'A12345XXXX', '12345678', '', 'A1234567890']) assert.equal(isWholeId(id), false, id);
});
