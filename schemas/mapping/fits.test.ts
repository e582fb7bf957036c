import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Field } from '../form/definition.ts';
import { answersEngine } from '../form/engine.ts';
import { fieldSchema } from '../form/field-schema.ts';
import { formats } from '../taiwan/formats.ts';
import type { NormalValue } from '../datasets/types.ts';
import { fits } from './fits.ts';
import { labelled } from './testing/form-with.ts';

const options = ['M', 'F', '有偶'].map((value) => ({ value, label: { 'zh-Hant': value, en: value } }));
const fields = labelled([
  { id: 'text', type: 'text' },
  { id: 'short', type: 'text', minLength: 2, maxLength: 3 },
  { id: 'pattern', type: 'text', pattern: '[A-Z]+|\\p{Script=Han}+' },
  { id: 'long', type: 'long-text', maxLength: 5 },
  { id: 'number', type: 'number', minimum: 0, maximum: 10, integer: true },
  { id: 'anyNumber', type: 'number' },
  { id: 'date', type: 'roc-date', earliest: '1911-01-01', latest: '2026-11-23' },
  { id: 'birth', type: 'roc-date', latest: 'today' },
  { id: 'id', type: 'national-id' },
  { id: 'citizen', type: 'national-id', citizenOnly: true },
  { id: 'phone', type: 'phone' },
  { id: 'mobile', type: 'phone', mobileOnly: true },
  { id: 'email', type: 'email' },
  { id: 'address', type: 'address' },
  { id: 'radio', type: 'choice', as: 'radio', options },
  { id: 'boxes', type: 'choice', as: 'checkboxes', options, minItems: 1, maxItems: 2 },
]);

const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '陳',
    '吳𤧛蓉',
    'A123456789',
    'A800000014',
    '1984-03-15',
    '1984-02-31',
    '1910-12-31',
    '2026-11-24',
    '0912345678',
    '053620123#1',
    'a@b.tw',
    'M',
    '有偶',
    '嘉義縣',
    'a\nb',
    'a\tb',
    '612',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constant('字'.repeat(201)),
);
const address = fc.record(
  {
    county: fc.oneof(fc.constant('嘉義縣'), text),
    town: text,
    detail: text,
    postcode: fc.oneof(fc.constant('612'), text),
    whole: text,
  },
  { requiredKeys: [] },
);
const value: fc.Arbitrary<NormalValue> = fc.oneof(
  text,
  fc.integer({ min: -3, max: 13 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  address,
  fc.array(text, { maxLength: 3 }),
);

const today = '2026-11-23';
const ajv = answersEngine({ ...formats, 'not-after-today': (date: string) => date <= today });
const verdicts = new Map(fields.map((field) => [field, ajv.compile(fieldSchema(field, () => ({})) ?? {})]));

for (const field of fields) {
  test(`${field.id}: the same verdict as the answers' schema`, () => {
    const verdict = verdicts.get(field);
    assert.ok(verdict);
    fc.assert(
      fc.property(value, (candidate) => {
        assert.equal(fits(field, candidate, today), verdict(candidate), JSON.stringify(candidate));
      }),
      { numRuns: 800 },
    );
  });
}

test('what no dataset can fill never fits', () => {
  const [bank, declaration] = labelled([
    { id: 'bank', type: 'bank-account' },
    { id: 'declaration', type: 'declaration', statement: { 'zh-Hant': '屬實', en: 'true' } },
  ]) as [Field, Field];
  assert.ok(!fits(bank, { institution: '700', account: '00212345678901', holder: '陳' }) && !fits(declaration, true));
});
