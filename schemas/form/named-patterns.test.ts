import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearPattern, patternProblem } from '../patterns/linear.ts';
import { isHouseholdNumber } from '../taiwan/household-number.ts';
import { isMobileBarcode } from '../taiwan/mobile-barcode.ts';
import { sampleAnswer } from '../publish/sample-answer.ts';
import { knownPattern, namedPatterns } from './named-patterns.ts';

const lengthsOf = ({ lengths }: (typeof namedPatterns)[number]): readonly number[] =>
  lengths ? Array.from({ length: lengths[1] - lengths[0] + 1 }, (_, n) => lengths[0] + n) : [0];

test('every named format runs on the linear engine, takes its own example, and is known again', () => {
  for (const named of namedPatterns)
    for (const length of lengthsOf(named)) {
      const pattern = named.pattern(length);
      assert.equal(patternProblem(pattern), undefined, named.id);
      assert.equal(linearPattern(pattern).matches(named.example(length)), true, `${named.id} ${length}`);
      assert.deepEqual(knownPattern(pattern), {
        named,
        length: named.lengths ? length : knownPattern(pattern)?.length,
      });
      const field = { type: 'text', id: 'x', label: { 'zh-Hant': '題', en: 'Q' }, pattern } as const;
      assert.equal(linearPattern(pattern).matches(String(sampleAnswer(field, 0, '2026-11-27'))), true, named.id);
    }
  assert.equal(knownPattern('[0-9]{3}|x'), undefined);
});

test('what they take and do not take', () => {
  const takes = (id: string, text: string): boolean =>
    linearPattern(namedPatterns.find((one) => one.id === id)!.pattern(0)).matches(text);
  for (const text of ['ABC-1234', 'ABC-123', '123-ABC', '1234-AB', 'AB-1234', 'A1-234', 'EAA-0001', '123-AB'])
    assert.equal(takes('plate', text), true, text);
  for (const text of ['ABC1234', 'abc-1234', 'ABCD-12345', '-1234', 'ABC-12345', ''])
    assert.equal(takes('plate', text), false, text);
  for (const text of ['F1234567', 'FA123456', 'f1234567', 'F123456', '12345678'])
    assert.equal(takes('household-number', text), isHouseholdNumber(text), text);
  for (const text of ['/ABC1234', '/AB+.-12', 'ABC12345', '/abc1234'])
    assert.equal(takes('mobile-barcode', text), isMobileBarcode(text), text);
  for (const [text, good] of [
    ['612', true],
    ['61200', true],
    ['612009', true],
    ['6120', false],
  ] as const)
    assert.equal(takes('postcode', text), good, text);
});
