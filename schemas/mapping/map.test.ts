import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerValue } from '../form/answers.ts';
import { mapForm } from './map.ts';
import type { Received, ReceivedDataset } from './map.ts';
import { chen, family, household, personal, provenanceOf, received } from './testing/received.ts';
import { formWith, labelled } from './testing/form-with.ts';
import type { BareField } from './testing/form-with.ts';
import type { MissingReason, TransformStep } from './types.ts';

const from = (path: string, ...transforms: TransformStep[]) => ({ dataset: personal, path, transforms });
const fill = (path: string, ...transforms: TransformStep[]) => ({
  policy: 'locked' as const,
  from: [from(path, ...transforms)],
});
const all: Received = new Map([received(personal, chen), received(household, family)]);
const sexes = [
  { value: 'M', label: { 'zh-Hant': '男', en: 'male' } },
  { value: 'F', label: { 'zh-Hant': '女', en: 'female' } },
];

const filled: readonly [field: BareField, value: AnswerValue][] = [
  [{ id: 'name', type: 'text', fill: fill('$.person_name') }, '陳筱玲'],
  [{ id: 'id', type: 'national-id', fill: fill('$.person_id') }, 'A123456789'],
  [{ id: 'birth', type: 'roc-date', fill: fill('$.birth_date') }, '1984-03-15'],
  [{ id: 'birthText', type: 'text', fill: fill('$.birth_date', { use: 'roc-date-text' }) }, '民國73年3月15日'],
  [
    {
      id: 'sex',
      type: 'choice',
      as: 'radio',
      options: sexes,
      fill: fill('$.birth_order_sex', { use: 'sex-from-birth-order' }),
    },
    'F',
  ],
  [
    { id: 'address', type: 'address', fill: fill('$.household_address', { use: 'address-parts' }) },
    { county: '嘉義縣', town: '太保市', detail: '祥和里1鄰祥和一路東段1號' },
  ],
  [{ id: 'whole', type: 'text', fill: fill('$.household_address.whole') }, '嘉義縣太保市祥和里1鄰祥和一路東段1號'],
  [{ id: 'notes', type: 'long-text', fill: fill('$.register_notes', { use: 'join', with: '\n' }) }, '一\n二'],
  [{ id: 'note', type: 'text', fill: fill('$.register_notes[1]') }, '二'],
  [{ id: 'masked', type: 'text', fill: fill('$.person_name', { use: 'mask-name' }) }, '陳○玲'],
  [
    {
      id: 'head',
      type: 'text',
      fill: {
        policy: 'confirm',
        from: [
          {
            dataset: household,
            path: "$.members[?@.relationship == '配偶'].person_name",
            transforms: [{ use: 'first' }],
          },
        ],
      },
    },
    '陳筱玲',
  ],
  [
    {
      id: 'howMany',
      type: 'number',
      integer: true,
      fill: { policy: 'confirm', from: [{ dataset: household, path: '$.members[*]', transforms: [{ use: 'count' }] }] },
    },
    3,
  ],
];
for (const [field, value] of filled) {
  test(`${field.id} is filled, with policy and provenance`, () => {
    const result = mapForm(formWith([field]), all);
    const entry = result.values[field.id];
    assert.deepEqual(entry?.value, value);
    assert.equal(entry?.policy, field.fill?.policy);
    assert.deepEqual(entry?.source, field.fill?.from[0]);
    assert.deepEqual(entry?.provenance, provenanceOf(field.fill?.from[0]?.dataset ?? ''));
    assert.deepEqual([result.missing, result.rows], [{}, {}]);
  });
}

const missing: readonly [why: string, field: BareField, received: Received, reason: MissingReason][] = [
  ['dataset not received', { id: 'f', type: 'text', fill: fill('$.person_name') }, new Map(), 'not-asked'],
  [
    'agency holds nothing',
    { id: 'f', type: 'text', fill: fill('$.person_name') },
    new Map([[personal, 'no-record']]),
    'no-record',
  ],
  ['missing at the source', { id: 'f', type: 'text', fill: fill('$.spouse_name') }, all, 'empty'],
  [
    'a list without items',
    { id: 'f', type: 'text', fill: fill('$.register_notes[?@ == "三"]', { use: 'first' }) },
    all,
    'empty',
  ],
  [
    'longer than the question allows',
    { id: 'f', type: 'text', maxLength: 2, fill: fill('$.person_name') },
    all,
    'unreadable',
  ],
  [
    'none of the options',
    { id: 'f', type: 'choice', as: 'radio', options: sexes, fill: fill('$.marriage_status') },
    all,
    'unreadable',
  ],
  ['a text for a number', { id: 'f', type: 'number', fill: fill('$.person_name') }, all, 'unreadable'],
  ['a list for a text', { id: 'f', type: 'text', fill: fill('$.register_notes') }, all, 'unreadable'],
  [
    'an address without its transform',
    { id: 'f', type: 'address', fill: fill('$.household_address') },
    all,
    'unreadable',
  ],
  [
    'a transform that cannot read it',
    { id: 'f', type: 'text', fill: fill('$.person_name', { use: 'sex-from-birth-order' }) },
    all,
    'unreadable',
  ],
  [
    'a transform that is not in the list',
    { id: 'f', type: 'text', fill: fill('$.person_name', { use: 'eval' }) },
    all,
    'unreadable',
  ],
  ['no JSONPath', { id: 'f', type: 'text', fill: fill('person_name') }, all, 'unreadable'],
  [
    'a date that the source wrote wrongly',
    { id: 'f', type: 'roc-date', fill: fill('$.birth_date') },
    new Map([received(personal, { ...chen, birth_yyymmdd: '0730231' })]),
    'unreadable',
  ],
  [
    'half an address',
    { id: 'f', type: 'address', fill: fill('$.household_address', { use: 'address-parts' }) },
    new Map([received(personal, { householdAddress: { from_site_id: '嘉義縣' } })]),
    'unreadable',
  ],
];
for (const [why, field, got, reason] of missing) {
  test(`${reason}: ${why}`, () => {
    assert.deepEqual(mapForm(formWith([field]), got), { values: {}, rows: {}, missing: { f: reason } });
  });
}

test('the first dataset that has a value wins; the gravest reason is told', () => {
  const field: BareField = {
    id: 'f',
    type: 'text',
    fill: { policy: 'editable', from: [from('$.spouse_name'), { dataset: household, path: '$.household_id' }] },
  };
  assert.equal(mapForm(formWith([field]), all).values['f']?.value, 'Q1020304');
  const noHousehold: Received = new Map<string, ReceivedDataset | 'no-record'>([
    received(personal, chen),
    [household, 'no-record'],
  ]);
  assert.equal(mapForm(formWith([field]), noHousehold).missing['f'], 'empty');
});

test('a question without fill is in neither list', () => {
  assert.deepEqual(mapForm(formWith([{ id: 'f', type: 'text' }]), all), { values: {}, rows: {}, missing: {} });
});

test('a date after today does not fit where the latest is today', () => {
  const field: BareField = { id: 'f', type: 'roc-date', latest: 'today', fill: fill('$.birth_date') };
  assert.equal(mapForm(formWith([field]), all, { today: '1984-03-14' }).missing['f'], 'unreadable');
  assert.equal(mapForm(formWith([field]), all, { today: '1984-03-15' }).values['f']?.value, '1984-03-15');
});

const group = (path: string, maxRows = 6): BareField => ({
  id: 'people',
  type: 'group',
  rowTitle: { 'zh-Hant': '家人', en: 'family' },
  maxRows,
  rows: { policy: 'locked', from: [{ dataset: household, path }] },
  fields: labelled([
    { id: 'name', type: 'text', fill: { policy: 'locked', from: [{ dataset: household, path: '$.person_name' }] } },
    { id: 'id', type: 'national-id', fill: { policy: 'locked', from: [{ dataset: household, path: '$.person_id' }] } },
    { id: 'birth', type: 'roc-date', fill: { policy: 'locked', from: [{ dataset: household, path: '$.birth_date' }] } },
    { id: 'job', type: 'text' },
  ]),
});
const threeRows = [
  { name: '林志遠', id: 'A123456789', birth: '1982-07-02' },
  // 0730231 is no day and X-1 no id: these stay ordinary questions of the row.
  { name: '陳筱玲', id: 'A800000014' },
  { name: '林宥辰' },
];

for (const path of ['$.members', '$.members[*]']) {
  test(`rows of a group by ${path}`, () => {
    const result = mapForm(formWith([group(path)]), all);
    assert.deepEqual(result.rows, {
      people: { value: threeRows, policy: 'locked', provenance: provenanceOf(household) },
    });
    assert.deepEqual([result.values, result.missing], [{}, {}]);
  });
}

test('rows by a filter', () => {
  const result = mapForm(formWith([group("$.members[?@.relationship != '戶長']")]), all);
  assert.deepEqual(result.rows['people']?.value, threeRows.slice(1));
});

test('more rows than the form allows: none, not some', () => {
  assert.deepEqual(mapForm(formWith([group('$.members', 2)]), all), {
    values: {},
    rows: {},
    missing: { people: 'unreadable' },
  });
});

test('rows that are not there', () => {
  assert.equal(mapForm(formWith([group('$.members')]), new Map()).missing['people'], 'not-asked');
  assert.equal(
    mapForm(formWith([group('$.members')]), new Map([[household, 'no-record']])).missing['people'],
    'no-record',
  );
  const alone = new Map([received(household, { householdBasicData21: { household_id: 'Q1' } })]);
  assert.equal(mapForm(formWith([group('$.members')]), alone).missing['people'], 'empty');
});

test('received data is left as it was', () => {
  const before = structuredClone([...all]);
  mapForm(formWith([group('$.members'), ...filled.map(([field]) => field)]), all);
  assert.deepEqual([...all], before);
});
