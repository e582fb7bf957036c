/** What holds for every reader: the tidy value is read as itself, unseen characters and widths change nothing, a refusal names its part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount } from './amount.ts';
import { readAccount, readInstitution } from './bank.ts';
import { isoDate } from './calendar.ts';
import { readCitizenCertificateNumber } from './citizen-certificate-number.ts';
import { readEmail } from './email.ts';
import { toFullWidth } from './full-width.ts';
import { readHouseholdNumber } from './household-number.ts';
import { readNationalId } from './read-national-id.ts';
import { readNhiCardNumber } from './nhi-card.ts';
import { readPhone } from './phone.ts';
import { readPlate } from './plate.ts';
import { readDate, readDateParts } from './read-date.ts';
import { isRead, valueOf } from './reading.ts';
import type { Reading } from './reading.ts';

const readers: readonly [name: string, read: (text: string) => Reading<unknown>, good: readonly string[]][] = [
  ['national id', readNationalId, ['A123456789', 'A800000014', 'AA00123454']],
  ['phone', (text) => readPhone(text), ['0912345678', '053620123', '053620123#12', '07012345678', '0800080123']],
  ['e-mail', readEmail, ['name@example.com', 'a.b+c@mail.example.tw']],
  ['amount', (text) => readAmount(text), ['0', '1200', '-3', '3.14']],
  ['institution', readInstitution, ['700', '004']],
  ['account', (text) => readAccount(text), ['1234567', '1234567890123456']],
  ['household number', readHouseholdNumber, ['F1234567']],
  ['NHI card', readNhiCardNumber, ['000012345678']],
  ['citizen certificate', readCitizenCertificateNumber, ['AB12345678901234']],
  ['plate', readPlate, ['ABC-1234', '1234-AB', 'AB-123']],
  ['date', readDate, ['1986-09-21', '2024-02-29']],
];

const unseen = ['\u200B', '\u202D', '\uFEFF', '\uFE0F', '\u00AD', ' ', '\u3000', '\n'];

for (const [name, read, good] of readers) {
  test(`${name}: the tidy text is read as it is`, () => {
    for (const text of good) {
      const reading = read(text);
      assert.ok(isRead(reading), text);
      assert.deepEqual(reading.changed, [], text);
    }
  });
  test(`${name}: width and what nobody sees make no difference, and are told`, () => {
    for (const text of good) {
      for (const typed of [toFullWidth(text), ...unseen.flatMap((one) => [one + text, text + one])]) {
        const reading = read(typed);
        assert.ok(isRead(reading), JSON.stringify(typed));
        assert.deepEqual(reading.value, valueOf(read(text)), JSON.stringify(typed));
        assert.notDeepEqual(reading.changed, [], JSON.stringify(typed));
      }
    }
  });
  test(`${name}: whatever is typed is read or refused with its part and the right form`, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dA-Za-z\-/.,年月日號@# ]{0,20}$/)), (text) => {
        const reading = read(text);
        if (isRead(reading)) return;
        assert.ok(reading.part && reading.reason['zh-Hant'] && reading.reason.en);
        assert.ok(isRead(read(reading.example)), reading.example);
      }),
    );
  });
}

test('no digit of a number is lost or moved', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-+]?[\d,. ]{1,24}$/), (text) => {
      const reading = readAmount(text);
      if (!isRead(reading)) return;
      const digits = (one: string): string => one.replace(/[^\d.]/g, '').replace(/^0+(?=\d)/, '');
      const plain = digits(text)
        .replace(/^\./, '0.')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');
      assert.equal(
        digits(String(Math.abs(reading.value)).includes('e') ? plain : String(Math.abs(reading.value))),
        plain,
      );
    }),
    { numRuns: 2_000 },
  );
  for (const text of ['1,5', '0,5', '12,34', '1,2345', '1 2', '12345678901234567890', '1,234,56', '0.1234567890123456'])
    assert.ok(!isRead(readAmount(text)), text);
});

test('amounts are read with their unit', () => {
  for (const text of [
    '1200元',
    'NT$1,200',
    'NT$ 1,200 元整',
    '新臺幣1200元',
    '＄１，２００',
    '$1,200',
    '1 200',
    '1，200',
  ])
    assert.equal(valueOf(readAmount(text)), 1200, text);
  assert.equal(valueOf(readAmount('3 人', '人')), 3);
  assert.equal(valueOf(readAmount('−3')), -3);
  assert.equal(valueOf(readAmount('－3')), -3);
});

const day = fc
  .tuple(fc.integer({ min: 1912, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => ({ year, month, date, iso: isoDate(year, month, date) ?? '' }));

test('a day is the same day in every style', () => {
  fc.assert(
    fc.property(day, ({ year, month, date, iso }) => {
      const roc = year - 1911;
      const styles = [
        `${roc}/${month}/${date}`,
        `${roc}.${month}.${date}`,
        `${roc}、${month}、${date}`,
        `民國${roc}年${month}月${date}日`,
        `中華民國 ${roc} 年 ${month} 月 ${date} 日`,
        `${roc}年${month}月${date}號`,
        `${year}/${month}/${date}`,
        `西元${year}年${month}月${date}日`,
        iso.replaceAll('-', ''),
        `${iso} 00:00:00`,
        `${roc}/${month}/${date} 上午 08:30`,
        toFullWidth(`${roc}-${month}-${date}`),
      ];
      for (const style of styles) assert.equal(valueOf(readDate(style)), iso, style);
      const empty = { before: false, year: '', month: '', day: '' };
      for (const part of ['year', 'month', 'day'] as const) {
        assert.equal(
          valueOf(readDateParts({ ...empty, [part]: styles[0] ?? '' })),
          roc > 9 ? iso : valueOf(readDateParts({ ...empty, [part]: styles[0] ?? '' })),
        );
        assert.equal(valueOf(readDateParts({ ...empty, [part]: styles[3] ?? '' })), iso);
      }
      assert.equal(
        valueOf(readDateParts({ before: false, year: `${roc}年`, month: `${month}月`, day: `${date}日` })),
        iso,
      );
    }),
  );
});

test('the part that cannot be is named', () => {
  const parts = (year: string, month: string, date: string) => ({ before: false, year, month, day: date });
  const rows = [
    ['75', '13', '1', 'month'],
    ['75', '2', '30', 'day'],
    ['75', '9', '', 'day'],
    ['', '9', '1', 'year'],
    ['七十五年底', '9', '1', 'year'],
    ['0', '9', '1', 'year'],
    ['民國11', '9', '1', 'year'],
  ] as const;
  for (const [year, month, date, part] of rows) {
    const reading = readDateParts(parts(year, month, date));
    assert.ok(!isRead(reading));
    assert.equal(reading.part, part);
  }
});
