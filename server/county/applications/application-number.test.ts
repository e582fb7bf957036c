import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readApplicationNumber as read } from '#schemas/taiwan/application-number.ts';
import { valueOf } from '#schemas/taiwan/reading.ts';
import { newApplicationNumber } from './application-number.ts';

const readApplicationNumber = (text: string): string | undefined => valueOf(read(text));

test('a number names county and day in Taiwan', () => {
  assert.match(newApplicationNumber('CY', new Date('2026-11-23T02:00:00Z')), /^CY1151123-\d{7}$/);
  assert.match(
    newApplicationNumber('CY', new Date('2026-11-22T16:00:00Z'), () => 1),
    /^CY1151123-000001\d$/,
  );
});

test('a number is read however it was typed, and a mistyped digit is noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (random, place, by) => {
        const number = newApplicationNumber('CY', new Date('2026-11-23T02:00:00Z'), () => random);
        assert.equal(readApplicationNumber(number), number);
        assert.equal(readApplicationNumber(` ${number.toLowerCase().replace('-', '－')} `), number);
        const digits = [...number.slice(2).replace('-', '')];
        digits[place] = String((Number(digits[place]) + by) % 10);
        assert.equal(readApplicationNumber(`CY${digits.join('')}`), undefined);
      },
    ),
  );
  assert.equal(readApplicationNumber('anything'), undefined);
});
