import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Condition } from '../form/definition.ts';
import { datasets } from '../datasets/catalogue.ts';
import { askedFields, labelOf, payloadFieldsFor } from './asked.ts';
import type { AskedFields } from './asked.ts';
import { pickNames } from '../normalise/pick-names.ts';
import { generalWrappers } from '../normalise/unwrap.ts';
import { mapForm } from './map.ts';
import { plainPaths } from './plain-paths.ts';
import { chen, family, household, lowIncome, personal, received } from './testing/received.ts';
import { formWith, labelled } from './testing/form-with.ts';
import type { BareField } from './testing/form-with.ts';

const plain = (asked: AskedFields) =>
  Object.fromEntries([...asked].map(([id, paths]) => [id, Object.fromEntries(paths)]));

const filledFrom = (id: string, dataset: string, path: string, show?: Condition): BareField => ({
  id,
  type: 'text',
  show,
  fill: { policy: 'locked', from: [{ dataset, path }] },
});

const people: BareField = {
  id: 'people',
  type: 'group',
  rowTitle: { 'zh-Hant': '家人', en: 'family' },
  maxRows: 6,
  rows: { policy: 'locked', from: [{ dataset: household, path: "$.members[?@.relationship != '戶長']" }] },
  fields: labelled([
    { id: 'name', type: 'text', fill: { policy: 'locked', from: [{ dataset: household, path: '$.person_name' }] } },
    { id: 'job', type: 'text' },
  ]),
};

const paths: readonly [path: string, plain: readonly string[]][] = [
  ['$.person_name', ['$.person_name']],
  ["$['person_name']", ['$.person_name']],
  ['$.members[0].person_name', ['$.members[*].person_name']],
  ['$.members[*].person_name', ['$.members[*].person_name']],
  ['$.members[1:3].person_name', ['$.members[*].person_name']],
  [
    '$.members[?@.relationship == \'配偶\' && @.birth_date < "2000-01-01"].person_name',
    ['$.members[*].relationship', '$.members[*].birth_date', '$.members[*].person_name'],
  ],
  [
    "$.members[?@.relationship == ']@.person_id'].person_name",
    ['$.members[*].relationship', '$.members[*].person_name'],
  ],
  ['$..person_name', ['$']],
  ["$.members[*]['person_name','person_id']", ['$.members[*]']],
  ['$', ['$']],
];
for (const [path, expected] of paths) {
  test(`${path} reads ${expected.join(', ')}`, () => assert.deepEqual(plainPaths(path), expected));
}

test('each path with the questions that it fills', () => {
  const definition = formWith([
    filledFrom('name', personal, '$.person_name'),
    filledFrom('again', personal, '$.person_name'),
    filledFrom('head', household, '$.household_head_name'),
    { id: 'phone', type: 'phone' },
    people,
    { id: 'paper', type: 'evidence', dataset: 'API.zH584wn59r' },
  ]);
  assert.deepEqual(plain(askedFields(definition)), {
    [personal]: { '$.person_name': ['name', 'again'] },
    [household]: {
      '$.household_head_name': ['head'],
      '$.members[*].relationship': ['people'],
      '$.members[*].person_name': ['people.name'],
    },
    'API.zH584wn59r': { $: ['paper'] },
  });
  assert.equal(labelOf(definition, 'people.name')?.en, 'name');
  assert.equal(labelOf(definition, 'head')?.en, 'head');
  assert.equal(labelOf(definition, 'people.none') ?? labelOf(definition, 'none'), undefined);
});

test('every asked path is a field of its dataset', () => {
  const definition = formWith([filledFrom('a', personal, '$.household_address.whole'), people]);
  for (const [id, asked] of askedFields(definition)) {
    for (const path of asked.keys())
      assert.ok(
        datasets.get(id)?.fields.some((field) => field.path === path),
        path,
      );
  }
});

test('of either dataset only the chosen one is asked', () => {
  const either: BareField = {
    id: 'name',
    type: 'text',
    fill: {
      policy: 'locked',
      from: [
        { dataset: personal, path: '$.person_name' },
        { dataset: household, path: '$.household_head_name' },
      ],
    },
  };
  assert.deepEqual([...askedFields(formWith([either])).keys()], [personal, household]);
  assert.deepEqual([...askedFields(formWith([either]), [household]).keys()], [household]);
  assert.deepEqual([...askedFields(formWith([either]), []).keys()], []);
});

const choice: BareField = {
  id: 'kind',
  type: 'choice',
  as: 'radio',
  options: ['a', 'b'].map((value) => ({ value, label: { 'zh-Hant': value, en: value } })),
};
const shows: readonly [show: Condition, reachable: boolean][] = [
  [{ '==': [{ var: 'kind' }, 'a'] }, true],
  [{ '==': [{ var: 'kind' }, 'c'] }, false],
  [{ '!=': [{ var: 'kind' }, 'c'] }, true],
  [{ '!': [{ '!=': [{ var: 'kind' }, 'c'] }] }, false],
  [{ in: [{ var: 'kind' }, ['c', 'd']] }, false],
  [{ in: [{ var: 'kind' }, ['c', 'b']] }, true],
  [{ and: [{ '==': [{ var: 'kind' }, 'a'] }, { '==': [{ var: 'kind' }, 'c'] }] }, false],
  [{ or: [{ '==': [{ var: 'kind' }, 'a'] }, { '==': [{ var: 'kind' }, 'c'] }] }, true],
  [{ '!!': { var: 'kind' } }, true],
  [{ '!!': { var: 'nothing' } }, false],
  [{ '==': [{ var: 'closed' }, 'x'] }, false],
  [{ '>': [{ var: 'kind' }, 1] }, true],
];
for (const [show, reachable] of shows) {
  test(`a question shown by ${JSON.stringify(show)} is ${reachable ? 'asked for' : 'never reached, so not asked for'}`, () => {
    const definition = formWith([
      choice,
      { id: 'closed', type: 'text', show: { '==': [{ var: 'kind' }, 'z'] } },
      filledFrom('name', lowIncome, '$.person_name', show),
    ]);
    assert.equal(askedFields(definition).has(lowIncome), reachable);
  });
}

test('a section that is never shown asks for nothing', () => {
  const definition = formWith([filledFrom('name', personal, '$.person_name')], { '==': [{ var: 'nothing' }, 'x'] });
  assert.equal(askedFields(definition).size, 0);
});

test('the header names the agency’s fields, and the provider signs just those', () => {
  assert.deepEqual(payloadFieldsFor(personal, ['$.person_name', '$.household_address.county']), [
    'person_name',
    'householdAddress',
  ]);
  assert.deepEqual(payloadFieldsFor(household, ['$.members[*].person_name']), ['personHouseholdData21.person_name']);
  assert.equal(payloadFieldsFor('API.zH584wn59r', ['$']), undefined);
  assert.equal(payloadFieldsFor('API.KvvyRZSc5K', ['$.properties[*].town']), undefined, 'a CSV is asked for whole');
  const payload = { rdCode: '0', responseData: { personHouseholdData12: chen } };
  assert.deepEqual(pickNames(payload, ['person_name'], [...generalWrappers, 'personHouseholdData12']), {
    responseData: { personHouseholdData12: { person_name: '陳筱玲' } },
  });
});

test('a payload cut down to what is asked fills the form as the whole one does', () => {
  const definition = formWith([
    filledFrom('name', personal, '$.person_name'),
    filledFrom('street', personal, '$.household_address.whole'),
    people,
  ]);
  const asked = askedFields(definition);
  const whole = new Map([received(personal, chen), received(household, family)]);
  const cut = new Map(
    [
      [personal, chen],
      [household, family],
    ].map(([id, payload]) => {
      const names = payloadFieldsFor(id as string, asked.get(id as string)?.keys() ?? []) ?? [];
      return received(id as string, pickNames(payload as never, names, generalWrappers));
    }),
  );
  assert.deepEqual(mapForm(definition, cut), mapForm(definition, whole));
});

test('the own row is asked for by the rows that it is one of', () => {
  const definition = formWith([filledFrom('name', household, '$.self.person_name')]);
  assert.deepEqual(plain(askedFields(definition)), { [household]: { '$.members[*].person_name': ['name'] } });
  assert.deepEqual(payloadFieldsFor(household, ['$.self.person_name']), ['personHouseholdData21.person_name']);
});
