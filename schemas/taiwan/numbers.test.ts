/** The numbers that are a pattern or one checksum: business, household, NHI card, certificate, mobile barcode. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBan, isCdcNumber, isMobileBarcode as oracleBarcode } from 'taiwan-id-validator';
import { isBusinessNumber, isBusinessNumberBefore2023 } from './business-number.ts';
import { isCitizenCertificateNumber } from './citizen-certificate-number.ts';
import { isHouseholdNumber } from './household-number.ts';
import { isMobileBarcode } from './mobile-barcode.ts';
import { isNhiCardNumber } from './nhi-card.ts';

const table: readonly [
  name: string,
  check: (text: string) => boolean,
  passes: readonly string[],
  fails: readonly string[],
][] = [
  [
    'business number',
    isBusinessNumber,
    ['10000308', '04595257', '10458575'],
    ['00000000', '10000309', '1000030', '１0000308', ''],
  ],
  ['business number before 2023', isBusinessNumberBefore2023, ['04595257'], ['10000308', '00000000']],
  ['household number', isHouseholdNumber, ['F1234567'], ['f1234567', '11234567', 'F123456', 'F12345678', '']],
  ['NHI card', isNhiCardNumber, ['000012345678'], ['00001234567', '0000123456789', '00001234567a', '']],
  [
    'citizen certificate',
    isCitizenCertificateNumber,
    ['AB12345678901234'],
    ['ab12345678901234', 'A112345678901234', 'AB1234567890123'],
  ],
  [
    'mobile barcode',
    isMobileBarcode,
    ['/ABC+123', '/.-+0000'],
    ['ABC+1234', '/abc+123', '/ABC 123', '/ABC+12', '/ABC+1234'],
  ],
];

for (const [name, check, passes, fails] of table) {
  for (const text of passes) test(`${name} ${JSON.stringify(text)} passes`, () => assert.equal(check(text), true));
  for (const text of fails) test(`${name} ${JSON.stringify(text)} is refused`, () => assert.equal(check(text), false));
}

const sevens = fc
  .tuple(fc.stringMatching(/^\d{6}$/), fc.constantFrom('7', '1', '0'), fc.stringMatching(/^\d$/))
  .map((parts) => parts.join(''));

test('an independent validator agrees on business numbers', () => {
  fc.assert(
    fc.property(sevens, (text) => text === '00000000' || isBusinessNumber(text) === isBan(text)),
    { numRuns: 3_000 },
  );
});

test('what passed the old rule passes the new one', () => {
  fc.assert(
    fc.property(sevens, (text) => !isBusinessNumberBefore2023(text) || isBusinessNumber(text)),
    { numRuns: 3_000 },
  );
});

test('an independent validator agrees on certificate numbers and mobile barcodes', () => {
  const near = fc.oneof(fc.stringMatching(/^[A-Z]{1,3}\d{13,15}$/), fc.stringMatching(/^\/?[0-9A-Za-z.+\-_ ]{6,8}$/));
  fc.assert(
    fc.property(
      near,
      (text) => isCitizenCertificateNumber(text) === isCdcNumber(text) && isMobileBarcode(text) === oracleBarcode(text),
    ),
    { numRuns: 3_000 },
  );
});
