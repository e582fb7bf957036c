import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { End, FormDefinition, Section, Step } from './definition.ts';
import { fieldDefinitions } from './field-definitions.ts';
import { fieldTypes, fieldKind } from './fields/index.ts';
import type { FieldBase } from './fields/kind.ts';
import { field, formOf, say } from './testing/form-of.ts';

const schema = JSON.parse(await readFile(new URL('definition.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  discriminator: true,
  allowUnionTypes: true,
}).compile<FormDefinition>(schema);

type Keys<T> = { readonly [K in keyof Required<T>]: true };

// The compiler keeps these tables in step with definition.ts, the tests below keep the schema in step with them. It keeps the
// settings of each type in step with its own properties, too (`fields/kind.ts`).
const base: Keys<FieldBase> = {
  id: true,
  label: true,
  hint: true,
  required: true,
  requiredWhen: true,
  show: true,
  fill: true,
  autocomplete: true,
};
const step: Keys<Step> = { id: true, title: true, hint: true, show: true, sections: true };
const section: Keys<Section> = { id: true, title: true, hint: true, role: true, show: true, fields: true };
const form: Keys<FormDefinition> = {
  $schema: true,
  id: true,
  title: true,
  intro: true,
  roles: true,
  steps: true,
  ends: true,
};
const end: Keys<End> = { id: true, when: true, title: true, text: true };

const keys = (object: object): readonly string[] => Object.keys(object).sort();

test('the schema knows exactly the properties of definition.ts', () => {
  assert.deepEqual(keys(schema.properties), keys(form));
  assert.deepEqual(keys(schema.$defs.end.properties), keys(end));
  assert.deepEqual(keys(schema.$defs.step.properties), keys(step));
  assert.deepEqual(keys(schema.$defs.section.properties), keys(section));
  assert.deepEqual(keys(schema.$defs.fieldBase.properties), keys(base));
  for (const type of fieldTypes) {
    const branch = schema.$defs[type === 'text' ? 'text-field' : type];
    assert.deepEqual(keys(branch.properties), keys({ type: true, ...fieldKind(type).settings }), type);
    assert.equal(branch.properties.type.const, type);
  }
  assert.equal(schema.$defs.field.oneOf.length, fieldTypes.length);
  assert.equal(schema.$defs.innerField.oneOf.length, fieldTypes.length - 3);
});

test('what it says of questions is what each type states: `npm run schemas` writes it', () => {
  const derived = fieldDefinitions();
  const written = Object.fromEntries(Object.keys(derived).map((name) => [name, schema.$defs[name]]));
  assert.deepEqual(written, JSON.parse(JSON.stringify(derived)));
});

test('a form of every field type passes', () => {
  const every = formOf(
    field('a', { type: 'text', minLength: 1, maxLength: 5, pattern: '[a-z]+', hint: say('hint'), required: true }),
    field('b', { type: 'long-text', rows: 4, show: { and: [{ '==': [{ var: 'a' }, 'x'] }, { '!': { var: 'a' } }] } }),
    field('c', { type: 'number', minimum: 0, maximum: 5, integer: true, unit: say('元') }),
    field('d', { type: 'roc-date', earliest: '1911-01-01', latest: 'today' }),
    field('e', { type: 'national-id', citizenOnly: true }),
    field('f', { type: 'phone', mobileOnly: true, autocomplete: 'tel' }),
    field('g', { type: 'email' }),
    field('h', {
      type: 'address',
      fill: {
        policy: 'locked',
        from: [{ dataset: 'API.7QovE2Gev6', path: '$.a', transforms: [{ use: 'join', with: ' ' }] }],
      },
    }),
    field('i', {
      type: 'choice',
      as: 'checkboxes',
      options: [{ value: 'x', label: say('x') }],
      minItems: 1,
      maxItems: 1,
    }),
    field('j', { type: 'file', accept: ['image/*', 'application/pdf'], maxBytes: 1000, maxFiles: 2 }),
    field('k', { type: 'bank-account' }),
    field('l', { type: 'declaration', statement: say('yes') }),
    field('m', { type: 'evidence', dataset: 'API.7QovE2Gev6' }),
    field('n', {
      type: 'group',
      rowTitle: say('row'),
      maxRows: 3,
      rows: { policy: 'locked', from: [{ dataset: 'API.UDauDOLyZg', path: '$.members[*]' }] },
      fields: [field('o', { type: 'text' })],
    }),
  );
  assert.equal(validate(every), true, JSON.stringify(validate.errors));
});

test('rules of every kind pass', () => {
  const ruled = {
    ...formOf(
      field('born', { type: 'roc-date' }),
      field('rows', { type: 'group', rowTitle: say('r'), maxRows: 3, fields: [field('money', { type: 'number' })] }),
      field('age', { type: 'number', integer: true, calculate: { years: [{ var: 'born' }, 'today'] } }),
      field('all', {
        type: 'number',
        calculate: { '+': [{ sum: [{ var: 'rows' }, 'money'] }, { '*': [{ var: 'age' }, 2] }] },
      }),
      field('many', { type: 'number', calculate: { count: [{ var: 'rows' }] } }),
      field('word', { type: 'text', calculate: { if: [{ '<': [{ var: 'age' }, 18] }, '未成年', '成年'] } }),
      field('why', { type: 'text', requiredWhen: { '<': [{ var: 'age' }, 18] } }),
    ),
    ends: [{ id: 'young', when: { '<': [{ var: 'age' }, 6] }, title: say('no'), text: say('do this') }],
  };
  assert.equal(validate(ruled), true, JSON.stringify(validate.errors));
});

const wrong: readonly (readonly [string, object])[] = [
  ['an unknown type', { type: 'slider' }],
  ['an unknown property', { type: 'email', colour: 'red' }],
  ['a property of another type', { type: 'email', maxLength: 3 }],
  [
    'a group in a group',
    {
      type: 'group',
      rowTitle: say('r'),
      maxRows: 1,
      fields: [field('x', { type: 'evidence', dataset: 'API.7QovE2Gev6' })],
    },
  ],
  ['an operator outside the list', { type: 'email', show: { cat: ['a'] } }],
  ['two operators in one condition', { type: 'email', show: { var: 'a', '!': { var: 'b' } } }],
  ['code in a condition', { type: 'email', show: { '==': [{ method: ['a'] }, 1] } }],
  ['a label in one language', { type: 'email', label: { en: 'only' } }],
  [
    'a policy outside the list',
    { type: 'email', fill: { policy: 'free', from: [{ dataset: 'API.7QovE2Gev6', path: '$.a' }] } },
  ],
  ['a dataset id of another shape', { type: 'evidence', dataset: 'household' }],
  ['an operator outside the list in a calculation', { type: 'number', calculate: { '%': [{ var: 'b' }, 2] } }],
  ['a calculation that is no operation', { type: 'number', calculate: 5 }],
  ['a calculated date', { type: 'roc-date', calculate: { var: 'b' } }],
  ['a date that is not ISO', { type: 'roc-date', earliest: '74/01/01' }],
  ['a file extension in place of a type', { type: 'file', accept: ['.pdf'], maxBytes: 1, maxFiles: 1 }],
];
for (const [what, rest] of wrong) {
  test(`${what} is refused`, () => assert.equal(validate(formOf(field('a', rest as never))), false));
}
