/** Per field type, answers that pass and answers that do not; for every way in which a form is validated. */
import type { Field } from '../definition.ts';
import type { AnswerValue } from '../answers.ts';
import { say, type Loose } from './form-of.ts';

export interface Verdict {
  readonly what: string;
  readonly field: Loose<Field>;
  readonly good: readonly AnswerValue[];
  readonly bad: readonly (AnswerValue | null)[];
}

const options = ['a', 'b', 'c'].map((value) => ({ value, label: say(value) }));
const home = { county: '嘉義縣', town: '太保市', detail: '祥和一路東段1號' };
const bank = { institution: '700', account: '00512340567890', holder: '林大同' };
const paper = { id: 'f-1', name: '診斷書.pdf', size: 1000, type: 'application/pdf' };

export const verdicts: readonly Verdict[] = [
  {
    what: 'text',
    field: { type: 'text' },
    good: ['x', '王小明', 'Tibusungu\u2027Vayayana'],
    bad: ['', '  ', '\u3000', 'a\nb', 1, true, null, [], {}],
  },
  // U+20BB7 and U+2A6A5 are one character each, two UTF-16 units each.
  {
    what: 'text counts code points',
    field: { type: 'text', minLength: 2, maxLength: 2 },
    good: ['\u{20BB7}\u{2A6A5}', '王明'],
    bad: ['\u{20BB7}', '\u{20BB7}\u{2A6A5}明'],
  },
  {
    what: 'a pattern is about the whole value',
    field: { type: 'text', pattern: '[A-Z]\\d{7}|\\d{3}' },
    good: ['F1234567', '123'],
    bad: ['xF1234567', '1234', 'F12345678'],
  },
  {
    what: 'long text',
    field: { type: 'long-text', maxLength: 5 },
    good: ['a\nb', '房子漏水了'],
    bad: ['\n\n', '房子漏水了!'],
  },
  {
    what: 'number',
    field: { type: 'number', minimum: 0, maximum: 10 },
    good: [0, 10, 2.5],
    bad: [-0.1, 10.1, '5', true],
  },
  { what: 'integer', field: { type: 'number', integer: true }, good: [0, -3], bad: [2.5, '2'] },
  {
    what: 'ROC date',
    field: { type: 'roc-date' },
    good: ['1950-02-28', '2024-02-29', '1905-01-01'],
    bad: ['2023-02-29', '0690101', '69/01/01', '2024-1-1', 20240101],
  },
  {
    what: 'ROC date within limits',
    field: { type: 'roc-date', earliest: '2020-01-01', latest: '2020-12-31' },
    good: ['2020-01-01', '2020-12-31'],
    bad: ['2019-12-31', '2021-01-01'],
  },
  {
    what: 'ROC date up to today',
    field: { type: 'roc-date', latest: 'today' },
    good: ['1950-01-01'],
    bad: ['2500-01-01'],
  },
  {
    what: 'time',
    field: { type: 'time' },
    good: ['00:00', '09:05', '23:59'],
    bad: ['24:00', '9:05', '09:60', '0905', '下午2點', 905],
  },
  {
    what: 'time within limits',
    field: { type: 'time', earliest: '08:30', latest: '17:00' },
    good: ['08:30', '12:00', '17:00'],
    bad: ['08:29', '17:01', '8:30'],
  },
  {
    what: 'national id',
    field: { type: 'national-id' },
    good: ['A123456789', 'A800000014'],
    bad: ['A123456788', 'a123456789', 'A12345678', 123456789],
  },
  {
    what: 'citizen id',
    field: { type: 'national-id', citizenOnly: true },
    good: ['A123456789'],
    bad: ['A800000014', 'A123456780'],
  },
  {
    what: 'phone',
    field: { type: 'phone' },
    good: ['0912345678', '053620123', '053620123#12'],
    bad: ['05-3620123', '912345678', '0912345678#1#2', '+886912345678'],
  },
  {
    what: 'mobile',
    field: { type: 'phone', mobileOnly: true },
    good: ['0912345678'],
    bad: ['053620123', '09123456789'],
  },
  {
    what: 'e-mail',
    field: { type: 'email' },
    good: ['a.b+c@example.com'],
    bad: ['a@b', 'a b@example.com', '@example.com', 'a@example.com '],
  },
  {
    what: 'address',
    field: { type: 'address' },
    good: [home, { ...home, postcode: '612' }, { ...home, postcode: '612009' }],
    bad: [
      '嘉義縣',
      { county: '嘉義縣', town: '太保市' },
      { ...home, county: '諸羅縣' },
      { ...home, detail: ' ' },
      { ...home, postcode: '61' },
      { ...home, more: 'x' },
    ],
  },
  {
    what: 'one choice',
    field: { type: 'choice', as: 'radio', options },
    good: ['a', 'c'],
    bad: ['d', ['a'], '', true],
  },
  { what: 'one choice of a list', field: { type: 'choice', as: 'select', options }, good: ['b'], bad: ['B'] },
  {
    what: 'several choices',
    field: { type: 'choice', as: 'checkboxes', options },
    good: [['a'], ['c', 'a', 'b']],
    bad: ['a', [], ['d'], ['a', 'a']],
  },
  {
    what: 'several choices within limits',
    field: { type: 'choice', as: 'checkboxes', options, minItems: 2, maxItems: 2 },
    good: [['a', 'b']],
    bad: [['a'], ['a', 'b', 'c']],
  },
  {
    what: 'file',
    field: { type: 'file', accept: ['application/pdf', 'image/jpeg'], maxBytes: 1000, maxFiles: 2 },
    good: [[paper], [paper, { ...paper, id: 'f-2', type: 'image/jpeg' }]],
    bad: [
      [],
      [paper, paper, paper],
      [{ ...paper, size: 1001 }],
      [{ ...paper, size: 0 }],
      [{ ...paper, type: 'image/png' }],
      [{ ...paper, id: '../x' }],
      [{ ...paper, path: '/' }],
      paper,
    ],
  },
  {
    what: 'file of a family of types',
    field: {
      type: 'file',
      accept: ['image/*', 'application/vnd.oasis.opendocument.text'],
      maxBytes: 1000,
      maxFiles: 2,
    },
    good: [[{ ...paper, type: 'image/jpeg' }], [{ ...paper, type: 'image/png' }]],
    bad: [
      [paper],
      [{ ...paper, type: 'image/heic' }],
      [{ ...paper, type: 'application/vnd.oasis.opendocument.text' }],
      [{ ...paper, type: 'image/' }],
      [{ ...paper, type: 'application/vndxoasis.opendocument.text' }],
    ],
  },
  {
    what: 'bank account',
    field: { type: 'bank-account' },
    good: [bank, { institution: '004', branch: '0071', account: '1234567890', holder: '林大同' }],
    bad: [
      { ...bank, institution: '70' },
      { ...bank, account: '1234567890' },
      { ...bank, account: '0051234-0567890' },
      { ...bank, branch: '1' },
      { ...bank, holder: '' },
      { institution: '700', account: bank.account },
    ],
  },
  {
    what: 'declaration',
    field: { type: 'declaration', statement: say('true') },
    good: [true],
    bad: [false, 'true', 1],
  },
  {
    what: 'group',
    field: {
      type: 'group',
      rowTitle: say('row'),
      minRows: 1,
      maxRows: 2,
      fields: [{ id: 'n', label: say('n'), type: 'text', required: true }],
    },
    good: [[{ n: 'x' }], [{ n: 'x' }, { n: 'y' }]],
    bad: [[], [{}], [{ n: 'x', m: 'y' }], [{ n: 'x' }, { n: 'x' }, { n: 'x' }], { n: 'x' }],
  },
];
