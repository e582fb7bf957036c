import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue } from '../datasets/catalogue.ts';
import type { FormDefinition } from '../form/definition.ts';
import { askedOf, pathsUsed, payloadFieldsOf, type Asked, type DatasetAsked } from './asked.ts';
import { askedDifferences, covers } from './asked-differences.ts';
import type { Service } from './types.ts';

const folder = new URL('./', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
const documents = ['chiayi', 'hualien'].flatMap((county) =>
  readdirSync(new URL(`${county}/`, folder)).map((id) => ({
    service: read<Service>(`${county}/${id}/service.json`),
    form: read<FormDefinition>(`${county}/${id}/form.json`),
  })),
);
const one = (id: string) => {
  const found = documents.find(({ service }) => service.id === id);
  assert.ok(found, id);
  return found;
};
const personal = 'API.7QovE2Gev6';
const household = 'API.UDauDOLyZg';

test('every service of the kit asks for something, by name, with the path that says whose data it is', () => {
  for (const document of documents) {
    const asked = askedOf(document);
    assert.ok(asked.datasets.length, asked.name);
    assert.ok(asked.name.startsWith(document.service.county));
    for (const { id, fields } of asked.datasets) {
      const dataset = catalogue.get(id);
      if (dataset?.offers === 'fields') assert.ok(fields.length, id);
      if (fields[0] !== '$' && [personal, household].includes(id))
        assert.ok(
          fields.some((path) => path.endsWith('person_id')),
          `${document.service.id} ${id}`,
        );
    }
    assert.deepEqual(JSON.parse(JSON.stringify(asked)), asked, 'what travels is what was meant');
    assert.ok(covers(asked, asked));
    assert.deepEqual(askedDifferences(asked, asked), []);
  }
});

test('a dataset that no question uses is not asked for, whatever the file lists', () => {
  const document = one('senior-card');
  const more = { ...document.service, datasets: [...document.service.datasets, 'API.KgpzYWmqb9'] };
  assert.deepEqual(askedOf({ ...document, service: more }), askedOf(document));
});

test('a choice stays a choice; one dataset that is left of it is simply asked for', () => {
  const document = one('long-term-care');
  const asked = askedOf(document);
  assert.deepEqual(asked.anyOf, [[personal, household]]);
  assert.deepEqual(asked.counter?.atLeast, [{ n: 1, of: [personal, household] }]);
  const text = JSON.stringify(document.form).replaceAll(household, personal);
  const left = askedOf({ ...document, form: JSON.parse(text) as FormDefinition });
  assert.equal(left.anyOf, undefined);
  assert.deepEqual(left.counter?.atLeast, []);
  assert.deepEqual(
    left.datasets.map(({ id }) => id),
    [personal],
  );
});

/** A form that reads just these paths of the household's list, in this order. */
const reading = (...paths: readonly string[]) =>
  ({
    ...one('senior-card').form,
    roles: [],
    steps: [
      {
        id: 'step1',
        title: {},
        sections: [
          {
            id: 'section1',
            title: {},
            fields: paths.map((path, index) => ({
              id: `q${index}`,
              type: 'text',
              label: { 'zh-Hant': '題目', en: 'Question' },
              fill: { policy: 'locked', from: [{ dataset: household, path }] },
            })),
          },
        ],
      },
    ],
  }) as unknown as FormDefinition;

test('the applicant’s own row is read from the list that it is a row of', () => {
  const own = pathsUsed(reading('$.self.person_name')).get(household);
  assert.deepEqual(own, pathsUsed(reading('$.members[*].person_name')).get(household));
  assert.deepEqual(
    [...(own?.entries() ?? [])],
    [
      ['$.members[*].person_name', ['q0']],
      ['$.members[*].person_id', []],
    ],
  );
});

test('questions that change places ask the same', () => {
  const { service } = one('emergency-relief');
  const [there, back] = [
    ['$.household_head_name', '$.members[*].person_name'],
    ['$.members[*].person_name', '$.household_head_name'],
  ].map((paths) => askedOf({ service, form: reading(...paths) }));
  assert.deepEqual(there, back);
});

test('what a document does not say is not guessed; what it says is taken over', () => {
  const document = one('senior-card');
  const bare = askedOf(document);
  assert.deepEqual([bare.centralService, bare.contact.email, bare.datasets[0]?.lookUp], ['', '', '']);
  const said = askedOf({
    ...document,
    service: {
      ...document.service,
      centralService: 'none',
      contact: { ...document.service.contact, email: 'senior@example.gov.tw' },
      special: { basis: { 'zh-Hant': '個資法第 6 條', en: 'art. 6' }, writtenConsent: true },
      replaces: document.service.replaces.map((proof) => ({ ...proof, lookUp: 'no' as const })),
    },
  });
  assert.equal(said.centralService, 'none');
  assert.equal(said.contact.email, 'senior@example.gov.tw');
  assert.deepEqual([said.specialBasis, said.specialConsent], ['個資法第 6 條', true]);
  assert.ok(said.datasets.every(({ lookUp }) => lookUp === 'no'));
  assert.ok(covers(bare, said), 'to say what was not said asks for nothing more');
});

test('a provider is told the agency’s names of just the fields asked', () => {
  const { datasets: asked } = askedOf(one('emergency-relief'));
  const names = payloadFieldsOf({ datasets: asked });
  for (const { id, fields } of asked)
    assert.equal(names[id] === undefined, fields.length === 0 || catalogue.get(id)?.offers !== 'fields', id);
  assert.deepEqual(payloadFieldsOf({ datasets: [{ ...asked[0]!, id: personal, fields: ['$.person_name'] }] }), {
    [personal]: ['person_name'],
  });
});

const base: Asked = { ...askedOf(one('emergency-relief')), retentionDays: 365, purposeCodes: ['057'] };
const [first] = base.datasets as readonly [DatasetAsked];
const extra: DatasetAsked = { ...first, id: 'API.zzzzzzzzzz', fields: [] };
const fewer: DatasetAsked = { ...first, fields: first.fields.slice(0, -1) };
const rest = base.datasets.slice(1);

const cases: readonly (readonly [string, Partial<Asked>, Partial<Asked>, boolean])[] = [
  ['another dataset', {}, { datasets: [...base.datasets, extra] }, true],
  ['a dataset less', { datasets: [...base.datasets, extra] }, {}, false],
  ['another field', { datasets: [fewer, ...rest] }, {}, true],
  ['a field less', {}, { datasets: [fewer, ...rest] }, false],
  ['the whole document', {}, { datasets: [{ ...first, fields: ['$'] }, ...rest] }, true],
  ['fields instead of the whole', { datasets: [{ ...first, fields: ['$'] }, ...rest] }, {}, false],
  [
    'one field for another',
    { datasets: [fewer, ...rest] },
    { datasets: [{ ...first, fields: [first.fields.at(-1)!] }, ...rest] },
    true,
  ],
  ['another proof', {}, { datasets: [{ ...first, document: '別的證明' }, ...rest] }, true],
  ['another rule', {}, { datasets: [{ ...first, rule: '別的規定' }, ...rest] }, true],
  [
    'another look-up',
    { datasets: [{ ...first, lookUp: 'in-part' }, ...rest] },
    { datasets: [{ ...first, lookUp: 'no' }, ...rest] },
    true,
  ],
  [
    'a choice that became a must',
    { anyOf: [[first.id, 'API.zzzzzzzzzz']], datasets: [...base.datasets, extra] },
    { datasets: [...base.datasets, extra] },
    true,
  ],
  [
    'a must that became a choice',
    { datasets: [...base.datasets, extra] },
    { anyOf: [[first.id, 'API.zzzzzzzzzz']], datasets: [...base.datasets, extra] },
    false,
  ],
  ['another purpose', {}, { purpose: '寄送市政活動訊息' }, true],
  ['the same purpose, spaced', {}, { purpose: ` ${base.purpose} ` }, false],
  ['another code', {}, { purposeCodes: ['057', '175'] }, true],
  ['a code less', { purposeCodes: ['057', '175'] }, {}, false],
  ['another basis', {}, { legalBasis: '別的法律' }, true],
  ['longer retention', {}, { retentionDays: 366 }, true],
  ['shorter retention', {}, { retentionDays: 364 }, false],
  ['other terms', {}, { terms: `${base.terms}\n並得提供第三人。` }, true],
  ['another way', { modes: ['online'] }, { modes: ['online', 'counter'] }, true],
  ['a way less', { modes: ['online', 'counter'] }, { modes: ['counter'] }, false],
  ['an agent', { applicant: 'self', agentBasis: '' }, { applicant: 'agent', agentBasis: '民法' }, true],
  ['no agent any more', { applicant: 'agent', agentBasis: '民法' }, { applicant: 'self', agentBasis: '' }, false],
  ['another contact', {}, { contact: { unit: '別的科', phone: '05-3620123', email: '' } }, false],
  ['another name', {}, { name: '嘉義縣急難紓困' }, false],
  ['no written consent any more', { specialConsent: true }, { specialConsent: false }, true],
];

for (const [what, before, after, more] of cases)
  test(`${what} asks ${more ? 'more' : 'the same or less'}`, () => {
    const [a, b] = [
      { ...base, ...before },
      { ...base, ...after },
    ];
    assert.equal(covers(a, b), !more);
    for (const { text, label } of askedDifferences(a, b))
      assert.ok(text['zh-Hant'] && text.en && label['zh-Hant'] && label.en);
  });

test('a difference is told in words that a clerk reads', () => {
  const after = { ...base, datasets: [fewer, ...rest], retentionDays: 730 };
  const told = askedDifferences({ ...base, datasets: [first, ...rest] }, after).map(({ text }) => text['zh-Hant']);
  assert.equal(told.length, 2);
  assert.match(told[0] ?? '', /^「.+」的欄位：減少 /);
  assert.equal(told[1], '保存天數：由「365 天」改為「730 天」');
});
