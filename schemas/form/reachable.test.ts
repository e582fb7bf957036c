import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Field, FormDefinition, GroupField } from './definition.ts';
import { pruneAnswers, visibleFields, visibleInnerFields, visibleSteps } from './reachable.ts';

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const base = (id: string) => ({ id, label: say(id) });

const children: GroupField = {
  ...base('children'),
  type: 'group',
  rowTitle: say('child'),
  maxRows: 5,
  show: { '==': [{ var: 'family' }, true] },
  fields: [
    { ...base('childName'), type: 'text', required: true },
    { ...base('studies'), type: 'choice', as: 'radio', options: [{ value: 'yes', label: say('yes') }] },
    { ...base('school'), type: 'text', show: { '==': [{ var: 'studies' }, 'yes'] } },
  ],
};
const first: readonly Field[] = [
  { ...base('reason'), type: 'choice', as: 'radio', options: [{ value: 'other', label: say('other') }] },
  { ...base('otherReason'), type: 'text', show: { '==': [{ var: 'reason' }, 'other'] } },
  { ...base('more'), type: 'text', show: { '!!': { var: 'otherReason' } } },
  { ...base('family'), type: 'declaration', statement: say('family') },
];
const definition: FormDefinition = {
  $schema: 'https://mydata-county-kit.example/schemas/form-1.json',
  id: 'a-form',
  title: say('a form'),
  roles: [{ id: 'applicant', title: say('applicant') }],
  steps: [
    { id: 's1', title: say('1'), sections: [{ id: 'a', title: say('a'), fields: first }] },
    {
      id: 's2',
      title: say('2'),
      show: { '!!': { var: 'reason' } },
      sections: [
        { id: 'b', title: say('b'), show: { '!!': { var: 'more' } }, fields: [{ ...base('why'), type: 'long-text' }] },
        {
          id: 'c',
          title: say('c'),
          fields: [children, { ...base('proof'), type: 'evidence', dataset: 'API.7QovE2Gev6' }],
        },
      ],
    },
  ],
};
const ids = (fields: readonly Field[]): readonly string[] => fields.map(({ id }) => id);

test('asks only what the answers open', () => {
  assert.deepEqual(ids(visibleFields(definition, {})), ['reason', 'family']);
  assert.deepEqual(ids(visibleFields(definition, { reason: 'other' })), ['reason', 'otherReason', 'family', 'proof']);
  const all = { reason: 'other', otherReason: 'x', more: 'y', family: true };
  assert.deepEqual(ids(visibleFields(definition, all)), [
    'reason',
    'otherReason',
    'more',
    'family',
    'why',
    'children',
    'proof',
  ]);
});

test('a step that asks nothing is not there', () => {
  assert.deepEqual(
    visibleSteps(definition, {}).map(({ step }) => step.id),
    ['s1'],
  );
  assert.deepEqual(
    visibleSteps(definition, { reason: 'other' }).map(({ sections }) => sections.map(({ section }) => section.id)),
    [['a'], ['c']],
  );
});

test('a stale answer behind a hidden question opens nothing and is dropped', () => {
  assert.deepEqual(pruneAnswers(definition, { otherReason: 'stale', more: 'stale', why: 'stale' }), {});
});

test('inner fields follow their own row', () => {
  assert.deepEqual(ids(visibleInnerFields(children, {})), ['childName', 'studies']);
  assert.deepEqual(ids(visibleInnerFields(children, { studies: 'yes' })), ['childName', 'studies', 'school']);
});

test('rows are pruned inside and keep their places', () => {
  const answers = {
    reason: 'other',
    family: true,
    children: [{ childName: '', school: 'stale' }, {}, { childName: '王小明', studies: 'yes', school: '朴子國小' }],
  };
  assert.deepEqual(pruneAnswers(definition, answers)['children'], [
    {},
    {},
    { childName: '王小明', studies: 'yes', school: '朴子國小' },
  ]);
});

test('empties, unknown keys, unticked declarations and answers to evidence are dropped', () => {
  const answers = { reason: 'other', otherReason: ' \u3000', family: false, children: [], proof: 'x', unknown: 'x' };
  assert.deepEqual(pruneAnswers(definition, answers), { reason: 'other' });
  const address: FormDefinition = {
    ...definition,
    steps: [
      {
        id: 's',
        title: say('s'),
        sections: [{ id: 'x', title: say('x'), fields: [{ ...base('home'), type: 'address' }] }],
      },
    ],
  };
  assert.deepEqual(pruneAnswers(address, { home: { county: '', town: '', detail: '' } }), {});
  assert.deepEqual(pruneAnswers(address, { home: { county: '嘉義縣', town: '' } }), { home: { county: '嘉義縣' } });
});

test('pruning twice is pruning once, and never changes what is asked', () => {
  const value = fc.oneof(fc.constantFrom('', 'other', 'yes', 'x'), fc.boolean());
  const rows = fc.array(fc.record({ childName: value, studies: value, school: value }, { requiredKeys: [] }), {
    maxLength: 3,
  });
  const some = fc.record(
    { reason: value, otherReason: value, more: value, family: value, why: value, children: rows },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(some, (answers) => {
      const once = pruneAnswers(definition, answers);
      assert.deepEqual(pruneAnswers(definition, once), once);
      assert.deepEqual(ids(visibleFields(definition, once)), ids(visibleFields(definition, answers)));
    }),
  );
});
