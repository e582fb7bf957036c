import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormDefinition } from '../form/definition.ts';
import { field, formOf, say } from '../form/testing/form-of.ts';
import type { Fill } from '../mapping/types.ts';
import { allowedDatasets, checkService } from './check-service.ts';
import type { Service, ServiceDataset } from './types.ts';

const personal = 'API.7QovE2Gev6';
const household = 'API.UDauDOLyZg';
const kinship = 'API.Kr1C3b1ijJ';

const serviceOf = (datasets: readonly ServiceDataset[], more: Partial<Service> = {}): Service => {
  const asked = datasets.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.anyOf));
  return {
    id: 'a-form',
    county: '嘉義縣',
    agency: say('agency'),
    name: say('name'),
    summary: say('summary'),
    modes: ['online'],
    audience: say('audience'),
    prepare: [],
    processingDays: 1,
    fee: say('free'),
    contact: { unit: say('unit'), phone: '05', hours: say('hours') },
    legalBasis: say('basis'),
    purposes: [{ code: '057', name: say('purpose') }],
    purpose: say('purpose'),
    datasets,
    replaces: [...new Set(asked)].map((dataset) => ({ dataset, document: say('paper'), rule: say('rule') })),
    notice: {
      dataClasses: say('n'),
      period: say('n'),
      area: say('n'),
      recipients: say('n'),
      manner: say('n'),
      rights: say('n'),
      ifRefused: say('n'),
      source: say('n'),
    },
    retentionDays: 1,
    manual: say('manual'),
    ...more,
  };
};
const fill = (...sources: readonly (readonly [string, string])[]): Fill => ({
  policy: 'locked',
  from: sources.map(([dataset, path]) => ({ dataset, path })),
});
const named = formOf(field('name', { type: 'text', fill: fill([personal, '$.person_name']) }));
const found = (service: Service, form: FormDefinition): readonly string[] => {
  const problems = checkService(service, form);
  return [
    ...problems.service.map(({ code, path }) => `service ${path} ${code}`),
    ...problems.form.map(({ code, path }) => `form ${path} ${code}`),
  ];
};
const first = '/steps/0/sections/0/fields/0';

test('a service that asks for what its form uses is sound', () =>
  assert.deepEqual(found(serviceOf([personal]), named), []));

test('a dataset that no question uses can not be asked for', () => {
  assert.deepEqual(found(serviceOf([personal, household]), named), ['service /datasets/1 unused-dataset']);
  assert.deepEqual(found(serviceOf([{ anyOf: [personal, household] }]), named), ['service /datasets/0 unused-dataset']);
});

test('a dataset behind a question that is never asked can not be asked for', () => {
  const closed = formOf(
    field('kind', { type: 'choice', as: 'radio', options: [{ value: 'a', label: say('a') }] }),
    field('name', { type: 'text', show: { '==': [{ var: 'kind' }, 'b'] }, fill: fill([personal, '$.person_name']) }),
  );
  assert.deepEqual(found(serviceOf([personal]), closed), ['service /datasets/0 unused-dataset']);
});

test('a question may not use what is not asked for', () => {
  const both = formOf(
    field('name', { type: 'text', fill: fill([personal, '$.person_name'], [kinship, '$.relatives[0].name']) }),
  );
  assert.ok(found(serviceOf([personal]), both).includes(`form ${first} dataset-unasked`));
});

test('paths are those of the dataset, the person’s own row among them', () => {
  const self = formOf(field('name', { type: 'text', fill: fill([household, '$.self.person_name']) }));
  assert.deepEqual(found(serviceOf([household]), self), []);
  const wrong = formOf(field('name', { type: 'text', fill: fill([household, '$.self.nickname']) }));
  assert.deepEqual(found(serviceOf([household]), wrong), [`form ${first} unknown-path`]);
  const noRows = formOf(field('name', { type: 'text', fill: fill([personal, '$.self.person_name']) }));
  assert.deepEqual(found(serviceOf([personal]), noRows), [`form ${first} unknown-path`]);
});

test('every dataset replaces a paper proof, and only asked ones do', () => {
  const silent = serviceOf([personal], { replaces: [] });
  assert.deepEqual(found(silent, named), ['service /datasets/0 replaces-nothing']);
  const more = serviceOf([personal], { replaces: serviceOf([personal, kinship]).replaces });
  assert.deepEqual(found(more, named), ['service /replaces/1/dataset replaces-unasked']);
});

test('a dataset is asked for once and is in the catalogue', () => {
  assert.deepEqual(found(serviceOf([personal, personal]), named), ['service /datasets/1 duplicate-dataset']);
  assert.ok(found(serviceOf([personal, 'API.0000000000']), named).includes('service /datasets/1 unknown-dataset'));
});

test('more than five need a legal basis, alternatives count as one', () => {
  const six = [
    'API.7QovE2Gev6',
    'API.UDauDOLyZg',
    'API.Kr1C3b1ijJ',
    'API.60GGfgGX1A',
    'API.AbAYGIjoYw',
    'API.idPhotoRev',
  ];
  const form = formOf(...six.map((dataset, index) => field(`f${index}`, { type: 'evidence', dataset })));
  assert.deepEqual(found(serviceOf(six), form), ['service /datasets too-many-datasets']);
  assert.deepEqual(found(serviceOf(six, { extraDatasetsBasis: say('Act, article 1') }), form), []);
  const alternatives = serviceOf([...six.slice(2), { anyOf: six.slice(0, 2) }]);
  assert.deepEqual(found(alternatives, form), []);
  assert.equal(allowedDatasets(alternatives), 6);
});

test('the form has the id of its service', () => {
  assert.deepEqual(found(serviceOf([personal]), { ...named, id: 'another' }), ['form /id form-id']);
});
