import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from './check-definition.ts';
import type { Condition, Field, FormDefinition } from './definition.ts';
import { field, formOf, say, stepsOf } from './testing/form-of.ts';

const found = (definition: FormDefinition): readonly string[] =>
  checkDefinition(definition).map(({ code, path }) => `${code} ${path}`);
const fieldPath = (index: number): string => `/steps/0/sections/0/fields/${index}`;
const shown = (id: string, show: Condition): Field => field(id, { type: 'text', show });
const reason = field('reason', { type: 'choice', as: 'radio', options: [{ value: 'ill', label: say('ill') }] });

test('a sound form has no problems', () => {
  assert.deepEqual(found(formOf(reason, shown('b', { '==': [{ var: 'reason' }, 'ill'] }))), []);
});

test('ids are unique, inner fields included, and not reserved', () => {
  const group = field('g', { type: 'group', rowTitle: say('r'), maxRows: 2, fields: [field('a', { type: 'text' })] });
  assert.deepEqual(found(formOf(field('a', { type: 'text' }), group, field('valueOf', { type: 'text' }))), [
    `duplicate-id ${fieldPath(1)}/fields/0/id`,
    `reserved-id ${fieldPath(2)}/id`,
  ]);
});

test('exactly one applicant, and sections of known roles', () => {
  const form = formOf(reason);
  const role = { id: 'spouse', title: say('spouse') };
  assert.deepEqual(found({ ...form, roles: [role] }), ['applicant-role /roles']);
  const strange = form.steps.map((step) => ({
    ...step,
    sections: step.sections.map((one) => ({ ...one, role: 'child' })),
  }));
  assert.deepEqual(found({ ...form, steps: strange }), ['unknown-role /steps/0/sections/0/role']);
});

const conditions: readonly (readonly [string, string, FormDefinition])[] = [
  ['a field that is not there', 'condition-field', formOf(shown('a', { var: 'nothing' }))],
  ['a later field', 'condition-later', formOf(shown('a', { var: 'b' }), field('b', { type: 'text' }))],
  ['itself', 'condition-cycle', formOf(shown('a', { var: 'a' }))],
  ['a circle', 'condition-cycle', formOf(shown('a', { var: 'b' }), shown('b', { var: 'c' }), shown('c', { var: 'a' }))],
  ['a field of its own step', 'condition-cycle', stepsOf({ show: { var: 'reason' }, fields: [reason] })],
  [
    'a later step',
    'condition-later',
    stepsOf({ show: { var: 'reason' }, fields: [field('a', { type: 'text' })] }, { fields: [reason] }),
  ],
  [
    'an option that is not there',
    'condition-literal',
    formOf(reason, shown('b', { '==': [{ var: 'reason' }, 'tired'] })),
  ],
  ['a number against a choice', 'condition-literal', formOf(reason, shown('b', { '>': [{ var: 'reason' }, 5] }))],
  ['a var against a var', 'condition', formOf(reason, shown('b', { '==': [{ var: 'reason' }, { var: 'reason' }] }))],
  [
    'an outer field from inside a group',
    'condition-field',
    formOf(
      reason,
      field('g', { type: 'group', rowTitle: say('r'), maxRows: 2, fields: [shown('b', { var: 'reason' })] }),
    ),
  ],
];
for (const [what, code, definition] of conditions) {
  test(`a condition about ${what} is a problem`, () => {
    const problems = checkDefinition(definition);
    assert.ok(problems.length);
    for (const problem of problems) {
      assert.equal(problem.code, code);
      assert.match(problem.path, /\/show$/);
      assert.ok(problem.reason['zh-Hant'] && problem.reason.en);
    }
  });
}

const single: readonly (readonly [string, string, Parameters<typeof field>[1]])[] = [
  ['range', 'minLength', { type: 'text', minLength: 5, maxLength: 2 }],
  ['pattern', 'pattern', { type: 'text', pattern: '(' }],
  ['range', 'minimum', { type: 'number', minimum: 5, maximum: 2 }],
  ['date', 'earliest', { type: 'roc-date', earliest: '2025-02-30' }],
  ['range', 'earliest', { type: 'roc-date', earliest: '2025-03-01', latest: '2024-01-01' }],
  ['items', 'minItems', { type: 'choice', as: 'radio', options: [{ value: 'a', label: say('a') }], maxItems: 1 }],
  [
    'duplicate-option',
    'options/1/value',
    {
      type: 'choice',
      as: 'radio',
      options: [
        { value: 'a', label: say('a') },
        { value: 'a', label: say('b') },
      ],
    },
  ],
  [
    'fill-type',
    'fill',
    {
      type: 'declaration',
      statement: say('s'),
      fill: { policy: 'locked', from: [{ dataset: 'API.7QovE2Gev6', path: '$.a' }] },
    },
  ],
  [
    'range',
    'minRows',
    { type: 'group', rowTitle: say('r'), minRows: 3, maxRows: 1, fields: [field('x', { type: 'text' })] },
  ],
  [
    'nested-group',
    'fields/0/type',
    {
      type: 'group',
      rowTitle: say('r'),
      maxRows: 1,
      fields: [field('x', { type: 'file', accept: ['image/*'], maxBytes: 1, maxFiles: 1 })],
    },
  ],
  [
    'rows',
    'fields/0/fill',
    {
      type: 'group',
      rowTitle: say('r'),
      maxRows: 1,
      fields: [
        field('x', { type: 'text', fill: { policy: 'locked', from: [{ dataset: 'API.UDauDOLyZg', path: '$.a' }] } }),
      ],
    },
  ],
];
for (const [code, at, rest] of single) {
  test(`${code} at ${at} of a ${rest.type} field`, () => {
    assert.deepEqual(found(formOf(field('a', rest))), [`${code} ${fieldPath(0)}/${at}`]);
  });
}

test('at most five datasets, unless more are allowed', () => {
  const fields = ['1', '2', '3', '4', '5', '6'].map((n) =>
    field(`f${n}`, { type: 'evidence', dataset: `API.AAAAAAAAA${n}` }),
  );
  assert.deepEqual(found(formOf(...fields)), ['too-many-datasets /steps']);
  assert.deepEqual(checkDefinition(formOf(...fields), 6), []);
  assert.deepEqual(found(formOf(...fields.slice(1))), []);
});
