import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isIdCardNumber } from 'taiwan-id-validator';
import {
  isCitizenId,
  isNationalId,
  isOldResidentNumber,
  isResidentNumber,
  namesNationalId,
  sexOfId,
  tidyId,
} from './national-id.ts';

const capitals = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const idLike = fc
  .tuple(fc.constantFrom(...capitals), fc.constantFrom(...'12890ABCDE'), fc.stringMatching(/^\d{8}$/))
  .map((parts) => parts.join(''));

const rows: readonly [text: string, citizen: boolean, resident: boolean, old: boolean][] = [
  ['A123456789', true, false, false],
  ['A123456788', false, false, false],
  ['a123456789', false, false, false],
  ['A323456789', false, false, false],
  ['A12345678', false, false, false],
  ['A1234567890', false, false, false],
  ['Ａ123456789', false, false, false],
  ['A800000014', false, true, false],
  ['A800000015', false, false, false],
  ['AB12345677', false, false, true],
  ['AB12345678', false, false, false],
  ['', false, false, false],
];

for (const [text, citizen, resident, old] of rows) {
  test(`${JSON.stringify(text)}: citizen ${citizen}, resident ${resident}, old resident ${old}`, () => {
    assert.equal(isCitizenId(text), citizen);
    assert.equal(isResidentNumber(text), resident);
    assert.equal(isOldResidentNumber(text), old);
    assert.equal(isNationalId(text), citizen || resident || old);
  });
}

test('an independent validator agrees on every kind', () => {
  fc.assert(
    fc.property(idLike, (text) => {
      const oldOnly = { nationalId: false, uiNumber: { oldFormat: true, newFormat: false } };
      const newOnly = { nationalId: false, uiNumber: { oldFormat: false, newFormat: true } };
      assert.equal(isCitizenId(text), isIdCardNumber(text, { nationalId: true, uiNumber: false }));
      assert.equal(isOldResidentNumber(text), isIdCardNumber(text, oldOnly));
      assert.equal(isResidentNumber(text), isIdCardNumber(text, newOnly));
    }),
    { numRuns: 5_000 },
  );
});

test('of ten last digits exactly one passes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...capitals),
      fc.constantFrom('1', '2', '8', '9'),
      fc.stringMatching(/^\d{7}$/),
      (letter, sex, digits) => {
        const passing = [...'0123456789'].filter((last) => isNationalId(letter + sex + digits + last));
        assert.equal(passing.length, 1);
      },
    ),
  );
});

test('the old resident number ends with 2030', () => {
  assert.equal(isOldResidentNumber('AB12345677', '2030-12-31'), true);
  assert.equal(isOldResidentNumber('AB12345677', '2031-01-01'), false);
});

test('the second character tells the sex', () => {
  assert.equal(sexOfId('A123456789'), 'M');
  assert.equal(sexOfId('A800000014'), 'M');
  assert.equal(sexOfId('AB12345677'), 'F');
  assert.equal(sexOfId('A123456788'), undefined);
});

test('typed text is made upper case and half-width', () => {
  assert.equal(tidyId(' ａ１２３ 456789 '), 'A123456789');
});

test('an id within free text is seen, however it is written; other numbers are none', () => {
  for (const text of ['A123456789', '查a123456789本人', 'no.Ａ１２３４５６７８９', 'XXA123456789', 'A12345678912'])
    assert.ok(namesNationalId(text), text);
  for (const text of ['', 'A123456788', 'AB12345678', '府社字第1150123456號', 'A12345678', 'A1234 56789'])
    assert.ok(!namesNationalId(text), text);
});
