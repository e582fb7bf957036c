/** CSV payloads: the text's own rules, where the header and the data begin, and what is kept aside. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cadastreAndPrices } from '../datasets/land/cadastre-and-prices.ts';
import { NormaliseError } from './normalise-error.ts';
import { CsvError, readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';

const texts: readonly [name: string, text: string, rows: readonly (readonly string[])[]][] = [
  ['line ends of three kinds', 'a,b\r\nc\nd\re', [['a', 'b'], ['c'], ['d'], ['e']]],
  ['byte order mark', '\uFEFFa,b', [['a', 'b']]],
  ['quotes, doubled quotes, line breaks inside', '"a,""b""","c\r\nd"\r\n', [['a,"b"', 'c\r\nd']]],
  ['a quote inside a bare cell', '5" pipe,b', [['5" pipe', 'b']]],
  ['text after a closing quote', '"a"b,c', [['ab', 'c']]],
  ['a spreadsheet’s text formula', '="0123",b', [['0123', 'b']]],
  ['empty cells and an empty last cell', ',a,\n', [['', 'a', '']]],
  ['blank lines', 'a\n\nb\n', [['a'], [''], ['b']]],
  ['nothing', '', []],
];
for (const [name, text, rows] of texts) test(`csv: ${name}`, () => assert.deepEqual(readCsv(text), rows));

test('csv: a quote without end is refused, with its row', () => {
  assert.throws(
    () => readCsv('a\n"b,c\n'),
    (error) => error instanceof CsvError && error.row === 1,
  );
});

test('csv: what is written is read as the same', () => {
  const cells = fc.string({ unit: 'binary' }).filter((cell) => !/^="[^]*"$/.test(cell));
  fc.assert(
    fc.property(fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      assert.deepEqual(readCsv(writeCsv(rows)), rows);
    }),
  );
});

const normalise = (text: string) => cadastreAndPrices.normalise(text);
const row = { county: '嘉義縣', town: '太保市', section: '祥和段', parcel_no: '0123-0000' };
const data = { properties: [row] };

const files: readonly [name: string, text: string][] = [
  ['header first', '縣市,鄉鎮市區,段小段,地建號\n嘉義縣,太保市,祥和段,0123-0000\n'],
  [
    'lines above the header',
    '地籍資料\n查詢日期,114/11/03\n\n縣市,鄉鎮市區,段小段,地建號\n嘉義縣,太保市,祥和段,0123-0000\n',
  ],
  [
    'blank line and subtitle below it',
    '縣市,鄉鎮市區,段小段,地建號\n,,,\n土地標示部,,,\n嘉義縣,太保市,祥和段,0123-0000\n',
  ],
  [
    'other order, full-width and spaced headers',
    '地 建 號*,段小段,縣市,　鄉鎮市區\n="0123-0000",祥和段,嘉義縣,太保市\n',
  ],
  ['the header repeated', '縣市,鄉鎮市區,段小段,地建號\n縣市,鄉鎮市區,段小段,地建號\n嘉義縣,太保市,祥和段,0123-0000\n'],
];
for (const [name, text] of files) test(`header: ${name}`, () => assert.deepEqual(normalise(text).data, data));

test('header: a second table with its own', () => {
  const text = '縣市,鄉鎮市區,地建號\n嘉義縣,太保市,0123\n\n縣市,地建號,交易總價\n臺中市,00456-000,"4,200,000"\n';
  assert.deepEqual(normalise(text).data, {
    properties: [
      { county: '嘉義縣', town: '太保市', parcel_no: '0123' },
      { county: '臺中市', parcel_no: '00456-000', traded_price: 4_200_000 },
    ],
  });
});

test('columns and lines that are not known are kept aside, with their place', () => {
  const { unknown, raw } = normalise(
    '名冊\n縣市,鄉鎮市區,建物門牌,備註\n嘉義縣,太保市,祥和一路東段１號,x\n以下空白,,,\n',
  );
  assert.deepEqual(unknown.toSorted(), ['$[0]', "$[2]['備註']", '$[3]']);
  assert.deepEqual(raw['$.properties[0].building_address'], { path: "$[2]['建物門牌']", value: '祥和一路東段１號' });
});

test('a header without rows is a person without property', () => {
  assert.deepEqual(normalise('縣市,鄉鎮市區,段小段\n').data, {});
});

test('a text that is no such table is refused', () => {
  for (const [text, reason] of [
    ['', 'nothing-known'],
    ['<html>,secret', 'nothing-known'],
    ['縣市,"鄉鎮市區', 'csv-unreadable'],
  ] as const) {
    assert.throws(
      () => normalise(text),
      (error) => error instanceof NormaliseError && error.reason === reason,
    );
  }
});

test('any text is either read or refused', () => {
  const piece = fc.constantFrom('縣市', '鄉鎮市區', '嘉義縣', ',', '\n', '"', 'x', '=');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        normalise(pieces.join(''));
      } catch (error) {
        assert.ok(error instanceof NormaliseError, String(error));
      }
    }),
    { numRuns: 2_000 },
  );
});
