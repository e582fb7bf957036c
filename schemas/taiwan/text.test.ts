/** Masking, widths, accounts, mail and the table of format names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from 'esbuild';
import fc from 'fast-check';
import { bankName, isAccountNumber, isBranchCode, isInstitutionCode } from './bank.ts';
import { isEmail } from './email.ts';
import { formats } from './formats.ts';
import { digitsToFullWidth, digitsToHalfWidth, toFullWidth, toHalfWidth } from './full-width.ts';
import { maskId, maskMobile, maskName } from './masking.ts';

const names: readonly [name: string, masked: string][] = [
  ['陳筱玲', '陳○玲'],
  ['林明', '林○'],
  ['王', '○'],
  ['歐陽小明', '歐○○明'],
  ['𡍼雅婷', '𡍼○婷'],
  ['林𠃊', '林○'],
  ['巴奈‧母路', '巴○○○路'],
  ['', ''],
];
for (const [name, masked] of names)
  test(`the name ${JSON.stringify(name)} shows as ${masked}`, () => assert.equal(maskName(name), masked));

test('a mask keeps the number of code points and shows two at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), (name) => {
      const masked = Array.from(maskName(name));
      assert.equal(masked.length, Array.from(name).length);
      assert.ok(masked.filter((character, i) => character === Array.from(name)[i] && character !== '○').length <= 2);
    }),
  );
});

test('an id hides its last four, a mobile its middle', () => {
  assert.equal(maskId('A123456789'), 'A12345****');
  assert.equal(maskId('A1'), '**');
  assert.equal(maskMobile('0912345678'), '0912***678');
  assert.equal(maskMobile('0912'), '****');
});

test('widths are each other’s inverse', () => {
  assert.equal(toHalfWidth('１２之３號　Ａ'), '12之3號 A');
  assert.equal(digitsToHalfWidth('１２（Ａ）號'), '12（Ａ）號');
  assert.equal(digitsToFullWidth('12號'), '１２號');
  fc.assert(fc.property(fc.stringMatching(/^[ -~\u4e00-\u9fff]*$/), (text) => toHalfWidth(toFullWidth(text)) === text));
});

test('accounts', () => {
  assert.equal(bankName('700'), '中華郵政');
  assert.equal(bankName('999'), undefined);
  assert.ok(
    isInstitutionCode('700') && isInstitutionCode('004') && !isInstitutionCode('000') && !isInstitutionCode('70'),
  );
  assert.ok(isBranchCode('0021') && !isBranchCode('021'));
  assert.ok(isAccountNumber('00212345678901', '700') && !isAccountNumber('0021234567890', '700'));
  assert.ok(
    isAccountNumber('123456789012', '004') && !isAccountNumber('123456', '004') && !isAccountNumber('1234-5678', '004'),
  );
});

const mails = ['a@b.tw', 'first.last+tag@mail.gov.tw', "o'neil@example.com"];
const noMails = [
  '',
  'a@b',
  'a b@c.tw',
  '.a@b.tw',
  'a..b@c.tw',
  'a@-b.tw',
  'a@b..tw',
  'a@b.1',
  '中文@b.tw',
  `${'a'.repeat(65)}@b.tw`,
  'a@b.tw\n',
];
for (const text of mails) test(`${text} is an address for mail`, () => assert.ok(isEmail(text)));
for (const text of noMails) test(`${JSON.stringify(text)} is none`, () => assert.ok(!isEmail(text)));

const samples: Record<keyof typeof formats, readonly [good: string, bad: string]> = {
  'national-id': ['A800000014', 'A800000015'],
  'citizen-id': ['A123456789', 'A800000014'],
  'tw-phone': ['053620123#12', '3620123'],
  'tw-mobile': ['0912345678', '053620123'],
  email: ['a@b.tw', 'a@b'],
  'roc-iso-date': ['1901-02-28', '1901-02-29'],
  'bank-institution': ['700', '70'],
  'bank-account': ['00212345678901', '0021-234'],
  'tw-county': ['嘉義縣', '嘉義'],
};
for (const [name, [good, bad]] of Object.entries(samples)) {
  test(`format ${name}`, () => {
    const passes = formats[name as keyof typeof formats];
    assert.equal(passes(good), true);
    assert.equal(passes(bad), false);
  });
}

test('the formats stay small enough for a page: no list of towns behind them', async () => {
  const entry = new URL('./formats.ts', import.meta.url).pathname;
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  assert.deepEqual(
    inputs.filter((file) => /towns|address\.ts|node_modules/.test(file)),
    [],
  );
  assert.ok((outputFiles[0]?.contents.length ?? Infinity) < 6_000);
});
