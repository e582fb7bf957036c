import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInTaiwan, isIsoDate, isoDate, isRealDay } from './calendar.ts';
import { compactRocDate, formatRocDate, gregorianYear, parseDate, parseMonth, rocDateOf, rocYear } from './roc-date.ts';

const styles: readonly [written: string, iso: string | undefined][] = [
  ['0560914', '1967-09-14'],
  ['056/09/14', '1967-09-14'],
  ['-01/02/12', '1911-02-12'],
  ['-0010212', '1911-02-12'],
  ['-010212', '1911-02-12'],
  ['32/02/02', '1943-02-02'],
  ['32/2/2', '1943-02-02'],
  ['107年01月01日', '2018-01-01'],
  ['民國107年1月1日', '2018-01-01'],
  ['中華民國107年1月1日', '2018-01-01'],
  ['民國前1年2月12日', '1911-02-12'],
  ['民前1年2月12日', '1911-02-12'],
  ['西元2018年1月1日', '2018-01-01'],
  ['100-01-01', '2011-01-01'],
  ['1090424', '2020-04-24'],
  ['20190101', '2019-01-01'],
  ['2019-01-01', '2019-01-01'],
  ['2019/1/1', '2019-01-01'],
  ['１０７年０１月０１日', '2018-01-01'],
  ['2021-05-06T00:00:00+08:00', '2021-05-06'],
  ['2021-05-06T00:00:00.000+0800', '2021-05-06'],
  ['2021-05-05T16:00:00Z', '2021-05-06'],
  ['0010101', '1912-01-01'],
  ['1130229', '2024-02-29'],
  ['1140229', undefined],
  ['0000101', undefined],
  ['000/01/01', undefined],
  ['0000000', undefined],
  ['1131301', undefined],
  ['1130431', undefined],
  ['201906', undefined],
  ['19', undefined],
  ['', undefined],
  ['N/A', undefined],
  ['2021-13-01T00:00:00+08:00', undefined],
  ['2021-05-06T99:00:00+08:00', undefined],
];

for (const [written, iso] of styles) {
  test(`${JSON.stringify(written)} is ${iso ?? 'no date'}`, () => assert.equal(parseDate(written), iso));
}

test('months: YYYYMM is Gregorian', () => {
  assert.equal(parseMonth('201906'), '2019-06');
  assert.equal(parseMonth('108年6月'), '2019-06');
  assert.equal(parseMonth('108/06'), '2019-06');
  assert.equal(parseMonth('201913'), undefined);
  assert.equal(parseMonth('690101'), undefined);
});

const day = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .filter(([y, m, d]) => isRealDay(y, m, d))
  .map(([y, m, d]) => isoDate(y, m, d) ?? '');

test('a day is real exactly where the calendar of the platform has it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: -1, max: 14 }),
      fc.integer({ min: -1, max: 33 }),
      (y, m, d) => {
        const date = new Date(Date.UTC(2000, 0, 1));
        date.setUTCFullYear(y, m - 1, d);
        const same = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
        assert.equal(isRealDay(y, m, d), same);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('what is formatted is read back, before 1912 too', () => {
  fc.assert(
    fc.property(day, (iso) => {
      const roc = rocDateOf(iso);
      // A year of four digits behind 民國 is a slip of the hand.
      const read = roc && (roc.beforeRepublic || roc.year < 1000) ? iso : undefined;
      assert.equal(parseDate(formatRocDate(iso) ?? ''), read);
      if (roc && roc.year < 1000) assert.equal(parseDate(compactRocDate(iso) ?? ''), iso);
    }),
  );
});

test('how people read a date', () => {
  assert.equal(formatRocDate('2025-03-05'), '民國114年3月5日');
  assert.equal(formatRocDate('1911-02-12'), '民國前1年2月12日');
  assert.equal(formatRocDate('2025-02-30'), undefined);
  assert.equal(compactRocDate('1980-01-01'), '0690101');
});

test('there is no year 0', () => {
  assert.equal(gregorianYear(0), undefined);
  assert.equal(rocYear(1911), -1);
  assert.equal(rocYear(1912), 1);
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (year) => gregorianYear(rocYear(year)) === year));
});

test('ISO dates are padded and real', () => {
  assert.equal(isIsoDate('1901-01-01'), true);
  assert.equal(isIsoDate('2025-2-1'), false);
  assert.equal(isIsoDate('2025-02-29'), false);
  assert.equal(isIsoDate('0000-01-01'), false);
});

test('the day in Taiwan begins eight hours before UTC', () => {
  assert.equal(dateInTaiwan(new Date('2026-11-22T16:00:00Z')), '2026-11-23');
  assert.equal(dateInTaiwan(new Date('2026-11-22T15:59:59Z')), '2026-11-22');
});
