/** Both symbologies against known vectors, against bwip-js bar by bar, and read back by ZXing. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import bwip from 'bwip-js/node';
import fc from 'fast-check';
import {
  BarcodeFormat,
  BinaryBitmap,
  Code128Reader,
  Code39Reader,
  HybridBinarizer,
  RGBLuminanceSource,
} from '@zxing/library';
import { modulesOf, type BarcodeTextError, type Bars } from './bars.ts';
import { code128, code128Values } from './code128.ts';
import { code39 } from './code39.ts';
import { readScan, readSerial } from './read-serial.ts';
import { isSerial, serialAlphabet, serialGroups, spelled } from './serial.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
const randomSerial = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(36)]).join('');
const serials = fc.array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 }).map((one) => one.join(''));
const ascii = fc.string({
  unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 24,
});

/** ZXing on a bitmap of `scale` pixels per module. */
function read({ widths, quiet }: Bars, format: BarcodeFormat, scale = 2, height = 24): string {
  const row = [quiet, ...widths, quiet].flatMap((width, place) =>
    Array<number>(width * scale).fill(place % 2 ? 0 : 255),
  );
  const pixels = new Uint8ClampedArray(row.length * height);
  for (let line = 0; line < height; line++) pixels.set(row, line * row.length);
  // Not by way of its reader of all formats, which can see a shorter code of another kind in the middle of ours.
  const reader = format === BarcodeFormat.CODE_39 ? new Code39Reader() : new Code128Reader();
  const source = new RGBLuminanceSource(pixels, row.length, height);
  return reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
}

/** Bars and spaces as bwip-js lays them out. */
const reference = (bcid: string, text: string, more = {}): readonly number[] => {
  const [{ sbs }] = bwip.raw({ bcid, text, ...more }) as unknown as [{ sbs: readonly number[] }];
  return sbs;
};

test('Code 128: known vectors', () => {
  // ISO/IEC 15417, annex on code sets; check characters by hand.
  assert.deepEqual(code128Values('Wikipedia'), [104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88]);
  assert.deepEqual(code128Values('PJJ123C'), [103, 48, 42, 42, 17, 18, 19, 35, 54]);
  assert.deepEqual(code128Values('0123456789'), [105, 1, 23, 45, 67, 89, (105 + 1 + 46 + 135 + 268 + 445) % 103]);
  assert.equal(modulesOf(code128('abcdefgh')), 143);
});

test('Code 128: sets are mixed as short as can be', () => {
  const length = (text: string) => code128Values(text).length - 1;
  assert.equal(length('12345678'), 5);
  assert.equal(length('ab123456'), 7, 'start B, a, b, C, 12 34 56');
  assert.equal(length('123456ab'), 7);
  assert.equal(length('ab12cd34'), 9, 'switching would save nothing');
  assert.equal(length('a\u0001b'), 5, 'one shift');
  assert.equal(length('\u0001\u0002ab'), 6);
  fc.assert(
    fc.property(ascii, (text) => {
      // As short as plain set B or A with shifts, at the least.
      assert.ok(length(text) <= 1 + 2 * text.length);
    }),
  );
});

test('Code 128: each character is 11 modules, three bars, an even number of dark ones', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      const { widths } = code128(text);
      assert.equal(widths.length % 6, 1);
      for (let at = 0; at < widths.length - 7; at += 6) {
        const one = widths.slice(at, at + 6);
        assert.equal(
          one.reduce((sum, width) => sum + width),
          11,
        );
        assert.equal((one[0]! + one[2]! + one[4]!) % 2, 0);
      }
      assert.deepEqual(widths.slice(-7), [2, 3, 3, 1, 1, 1, 2]);
    }),
  );
});

test('Code 128: ZXing reads any printable text back', () => {
  fc.assert(
    fc.property(
      ascii.filter((text) => /^[ -~]+$/.test(text)),
      (text) => assert.equal(read(code128(text), BarcodeFormat.CODE_128), text),
    ),
    { numRuns: 300 },
  );
});

test('Code 128: bwip-js draws the same bars for each serial, or none shorter', () => {
  fc.assert(
    fc.property(serials, (serial) => {
      const mine = code128(serial).widths;
      const theirs = reference('code128', serial);
      if (mine.length === theirs.length) {
        const same = mine.join() === theirs.join();
        // Two mixes of the same length are both right; then ZXing decides.
        assert.ok(same || read({ widths: theirs, quiet: 10 }, BarcodeFormat.CODE_128) === serial);
      } else assert.ok(mine.length < theirs.length);
      // Without a choice of sets the bars must be the same.
      const raw = code128Values(serial)
        .slice(0, -1)
        .map((value) => `^${String(value).padStart(3, '0')}`)
        .join('');
      assert.deepEqual(mine, reference('code128', raw, { raw: true }));
    }),
    { numRuns: 500 },
  );
});

test('1,000 random serials in both symbologies are read back', () => {
  for (let count = 0; count < 1000; count++) {
    const serial = randomSerial();
    assert.equal(read(code128(serial), BarcodeFormat.CODE_128, 1 + (count % 3)), serial);
    assert.equal(readSerial(read(code39(serial), BarcodeFormat.CODE_39, 1 + (count % 3))), serial);
  }
});

test('Code 39: bwip-js draws the same bars', () => {
  // It draws a gap after the last character too.
  const theirs = (text: string) => reference('code39', text).slice(0, -1);
  for (const text of ['0123456789', 'ABCDEFGHIJKLM', 'NOPQRSTUVWXYZ', '-. $/+%', '/AB12CD+'])
    assert.deepEqual(code39(text).widths, theirs(text));
  fc.assert(
    fc.property(serials, (serial) => {
      assert.deepEqual(code39(serial).widths, theirs(serial.toUpperCase()));
    }),
    { numRuns: 300 },
  );
});

test('what can not be written is refused, and never named', () => {
  for (const [encode, text] of [
    [code128, ''],
    [code128, '條碼'],
    [code39, ''],
    [code39, 'a*b'],
    [code39, 'é'],
  ] as const)
    assert.throws(
      () => encode(text),
      (error: BarcodeTextError) => error.code === 'barcode-text' && (!text || !error.message.includes(text)),
    );
});

test('the serial in groups, spelled, and as scanners give it', () => {
  assert.deepEqual(serialGroups('ab12cd34'), ['ab12', 'cd34']);
  assert.equal(spelled('ab12cd34'), 'a b 1 2, c d 3 4');
  assert.ok(isSerial('ab12cd34') && !isSerial('AB12CD34') && !isSerial('ab12cd345'));
});

test('a serial is read as scanners send it and people write it', () => {
  const same = [
    ' AB12-CD34\r',
    'ａｂ１２ ｃｄ３４',
    '*AB12CD34*',
    '＊ＡＢ１２ＣＤ３４＊',
    ']C0ab12cd34',
    ']A0AB12CD34\r\n',
    ']A0*AB12CD34*\t',
    'ab12\u2013cd34',
    'ab12\u2010cd34\u200b',
    'ab12−cd34',
    '\ufeffab12\u00a0cd34\n',
    'ab12　cd34',
    'ab12cd34\ufe0f',
  ];
  for (const text of same) assert.equal(readSerial(text), 'ab12cd34', JSON.stringify(text));
  for (const text of [
    '',
    'ab12cd3',
    'ab12cd345',
    'ab12cd3é',
    ']C0',
    '**',
    'ㄎab12cd3',
    12345678,
    undefined,
    'a'.repeat(41),
  ])
    assert.equal(readSerial(text), undefined, String(text));
});

test('what cannot be in a new serial is looked up as it is written', () => {
  for (const text of ['ol10ol10', 'OLL1O0I1']) assert.equal(readSerial(text), text.toLowerCase());
});

test('8 digits are a code that somebody typed, unless a scanner has marked them', () => {
  for (const text of ['20418836', '２０４１８８３６', '2041 8836', '2041-8836']) {
    assert.equal(readScan(text), undefined);
    assert.equal(readSerial(text), '20418836');
  }
  for (const text of ['*20418836*', ']C020418836']) assert.equal(readScan(text), '20418836');
  assert.equal(readScan('K7M2QX94'), 'k7m2qx94');
});

test('the alphabet of new serials has nothing that is taken for another', () => {
  assert.equal(serialAlphabet.length, 32);
  assert.equal(new Set(serialAlphabet).size, 32);
  assert.doesNotMatch(serialAlphabet, /[l1o0]/);
});
