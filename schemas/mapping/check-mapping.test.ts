import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkMapping } from './check-mapping.ts';
import type { MappingProblemCode } from './check-mapping.ts';
import { household, personal, vehicle } from './testing/received.ts';
import { formWith, labelled } from './testing/form-with.ts';
import type { BareField } from './testing/form-with.ts';
import type { TransformStep } from './types.ts';

const fill = (dataset: string, path: string, ...transforms: TransformStep[]) => ({
  policy: 'locked' as const,
  from: [{ dataset, path, ...(transforms.length ? { transforms } : {}) }],
});
const group = (path: string, inner: BareField[], dataset = household): BareField => ({
  id: 'people',
  type: 'group',
  rowTitle: { 'zh-Hant': '家人', en: 'family' },
  maxRows: 6,
  rows: { policy: 'locked', from: [{ dataset, path }] },
  fields: labelled(inner),
});
const yes = [{ value: '有偶', label: { 'zh-Hant': '有偶', en: 'married' } }];

const rows: readonly [
  name: string,
  field: BareField,
  problem: readonly [field: string, code: MappingProblemCode] | undefined,
][] = [
  ['name', { id: 'f', type: 'text', fill: fill(personal, '$.person_name') }, undefined],
  ['date', { id: 'f', type: 'roc-date', fill: fill(personal, '$.birth_date') }, undefined],
  ['part of an address', { id: 'f', type: 'text', fill: fill(personal, '$.household_address.whole') }, undefined],
  [
    'address with its transform',
    { id: 'f', type: 'address', fill: fill(personal, '$.household_address', { use: 'address-parts' }) },
    undefined,
  ],
  ['joined list', { id: 'f', type: 'long-text', fill: fill(personal, '$.register_notes', { use: 'join' }) }, undefined],
  ['one of a list', { id: 'f', type: 'text', fill: fill(household, '$.members[0].person_name') }, undefined],
  [
    'first by a filter',
    {
      id: 'f',
      type: 'text',
      fill: fill(household, "$.members[?@.relationship=='配偶'].person_name", { use: 'first' }),
    },
    undefined,
  ],
  ['count of rows', { id: 'f', type: 'number', fill: fill(household, '$.members', { use: 'count' }) }, undefined],
  [
    'list into checkboxes',
    { id: 'f', type: 'choice', as: 'checkboxes', options: yes, fill: fill(household, '$.members[*].marriage_status') },
    undefined,
  ],
  ['rows', group('$.members[*]', [{ id: 'n', type: 'text', fill: fill(household, '$.person_name') }]), undefined],
  [
    'rows by name',
    group(
      '$.vehicles',
      [{ id: 'a', type: 'address', fill: fill(vehicle, '$.address', { use: 'address-parts' }) }],
      vehicle,
    ),
    undefined,
  ],
  ['own row of the household', { id: 'f', type: 'text', fill: fill(household, '$.self.person_name') }, undefined],
  ['no fill', { id: 'f', type: 'text' }, undefined],
  ['evidence', { id: 'f', type: 'evidence', dataset: 'API.zH584wn59r' }, undefined],

  ['unknown dataset', { id: 'f', type: 'text', fill: fill('API.0000000000', '$.a') }, ['f', 'unknown-dataset']],
  [
    'evidence of an unknown dataset',
    { id: 'f', type: 'evidence', dataset: 'API.0000000000' },
    ['f', 'unknown-dataset'],
  ],
  ['PDF-only dataset', { id: 'f', type: 'text', fill: fill('API.zH584wn59r', '$.a') }, ['f', 'fields-unknown']],
  ['no JSONPath', { id: 'f', type: 'text', fill: fill(personal, 'person_name') }, ['f', 'bad-path']],
  ['unknown path', { id: 'f', type: 'text', fill: fill(personal, '$.sex') }, ['f', 'unknown-path']],
  [
    'unknown path in a filter',
    { id: 'f', type: 'text', fill: fill(household, '$.members[?@.sex].person_name', { use: 'first' }) },
    ['f', 'unknown-path'],
  ],
  [
    'everything',
    { id: 'f', type: 'text', fill: fill(personal, '$..person_name', { use: 'first' }) },
    ['f', 'unknown-path'],
  ],
  [
    'unknown transform',
    { id: 'f', type: 'text', fill: fill(personal, '$.person_name', { use: 'eval' }) },
    ['f', 'unknown-transform'],
  ],
  [
    'bad parameter',
    { id: 'f', type: 'text', fill: fill(personal, '$.person_name', { use: 'code-to-label' }) },
    ['f', 'bad-parameter'],
  ],
  [
    'transform of another kind',
    { id: 'f', type: 'text', fill: fill(personal, '$.person_name', { use: 'first' }) },
    ['f', 'transform-kind'],
  ],
  [
    'list into a text',
    { id: 'f', type: 'text', fill: fill(household, '$.members[*].person_name') },
    ['f', 'type-clash'],
  ],
  [
    'address without its transform',
    { id: 'f', type: 'address', fill: fill(personal, '$.household_address') },
    ['f', 'type-clash'],
  ],
  ['text into a date', { id: 'f', type: 'roc-date', fill: fill(personal, '$.person_name') }, ['f', 'type-clash']],
  ['text into a number', { id: 'f', type: 'number', fill: fill(personal, '$.person_name') }, ['f', 'type-clash']],
  ['rows into a text', { id: 'f', type: 'text', fill: fill(household, '$.members') }, ['f', 'type-clash']],
  [
    'anything into an account',
    { id: 'f', type: 'bank-account', fill: fill(personal, '$.person_name') },
    ['f', 'type-clash'],
  ],
  ['rows that are none', group('$.household_id', []), ['people', 'not-rows']],
  ['rows that are texts', group('$.household_register_notes', []), ['people', 'not-rows']],
  [
    'unknown path in a row',
    group('$.members', [{ id: 'n', type: 'text', fill: fill(household, '$.sex') }]),
    ['people.n', 'unknown-path'],
  ],
  [
    'another dataset than the rows',
    group('$.members', [{ id: 'n', type: 'text', fill: fill(personal, '$.person_name') }]),
    ['people.n', 'other-dataset'],
  ],
];
for (const [name, field, expected] of rows) {
  test(`${name}: ${expected ? expected.join(' ') : 'no problem'}`, () => {
    const problems = checkMapping(formWith([field]));
    assert.deepEqual(
      problems.map((problem) => [problem.field, problem.code]),
      expected ? [expected] : [],
    );
    for (const { reason } of problems) assert.ok(reason['zh-Hant'] && reason.en);
  });
}
