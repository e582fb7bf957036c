/** How agencies write a value, and that reading takes back what was written in each style. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatted, written } from './column-marks.ts';
import { code, date, dateTime, money, month, number, text } from './columns.ts';
import { readValue } from './read-value.ts';
import type { ValueColumn, WrittenDate, WrittenNumber } from './shape.ts';
import { writeValue } from './write-cell.ts';

const names = ['A', 'a'] as const;
const day = date(names, '', '', '');
const ofMonth = month(names, '', '', '');
const moment = dateTime(names, '', '', '');
const amount = money(names, '', '', '');
const at = '2025-11-03T08:30:00+08:00';

const rows: readonly [
  column: ValueColumn,
  style: WrittenDate | WrittenNumber,
  value: string | number,
  cell: unknown,
][] = [
  [day, 'roc-digits', '1980-01-01', '0690101'],
  [day, 'roc-digits', '1911-02-12', '-0010212'],
  [day, 'roc-slashes', '1967-09-14', '056/09/14'],
  [day, 'roc-slashes', '1911-02-12', '-01/02/12'],
  [day, 'roc-hyphens', '2011-01-01', '100-01-01'],
  [day, 'roc-words', '2018-01-01', '107年01月01日'],
  [day, 'roc-words', '1911-02-12', '民國前1年02月12日'],
  [day, 'digits', '2019-01-01', '20190101'],
  [day, 'iso', '2019-01-01', '2019-01-01'],
  [day, 'iso-offset', '2027-06-01', '2027-06-01T00:00:00+08:00'],
  [ofMonth, 'digits', '2019-01', '201901'],
  [ofMonth, 'roc-digits', '2019-01', '10801'],
  [ofMonth, 'roc-slashes', '2019-01', '108/01'],
  [ofMonth, 'roc-words', '2019-01', '108年01月'],
  [ofMonth, 'iso', '2019-01', '2019-01'],
  [moment, 'roc-digits', at, '1141103083000'],
  [moment, 'roc-slashes', at, '114/11/03 08:30:00'],
  [moment, 'roc-words', at, '114年11月03日08時30分00秒'],
  [moment, 'digits', at, '20251103083000'],
  [moment, 'iso', at, '2025-11-03 08:30:00'],
  [moment, 'iso-offset', at, at],
  [amount, 'number', 1234567, 1234567],
  [amount, 'text', 1234567, '1234567'],
  [amount, 'thousands', 1234567, '1,234,567'],
  [number(names, '', '', ''), 'thousands', 1234.5, '1,234.5'],
];
for (const [column, style, value, cell] of rows) {
  test(`${column.kind} ${value} as ${style}`, () => {
    const styled = written(column, style);
    assert.equal(writeValue(styled, value), cell);
    assert.deepEqual(readValue(styled, writeValue(styled, value)), { is: 'value', value });
  });
}

test('a code is written for its label; what is no such thing is written as it is', () => {
  const sex = code(names, '', '', { M: '男', F: '女' }, '男');
  assert.equal(writeValue(sex, '女'), 'F');
  assert.equal(writeValue(sex, '未說明'), '未說明');
  assert.equal(writeValue(day, 'N/A'), 'N/A');
  assert.equal(writeValue(formatted(text(names, '', '', ''), 'phone'), '053620123'), '053620123');
});

test('any day since 民國前 99 年 comes back in every style', () => {
  const styles: readonly WrittenDate[] = [
    'roc-digits',
    'roc-slashes',
    'roc-hyphens',
    'roc-words',
    'digits',
    'iso',
    'iso-offset',
  ];
  const days = fc
    .date({ min: new Date('1813-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.constantFrom(...styles), (iso, style) => {
      const styled = written(day, style);
      assert.deepEqual(readValue(styled, writeValue(styled, iso)), { is: 'value', value: iso });
    }),
  );
});
