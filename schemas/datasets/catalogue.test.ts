import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, datasets } from './catalogue.ts';
import { accepts, acceptedByAll, identityMethods } from './identity-methods.ts';
import type { CatalogueEntry } from './types.ts';

const entry = (id: string): CatalogueEntry => {
  const found = catalogue.get(id);
  assert.ok(found, id);
  return found;
};

test('every known id is listed once, with both names', () => {
  assert.equal(catalogue.size, 30);
  assert.equal(new Set([...catalogue.values()].map(({ no }) => no)).size, 30);
  for (const [id, row] of catalogue) {
    assert.match(id, /^API\.[A-Za-z0-9]{10}$/);
    assert.ok(
      row.name['zh-Hant'] && row.name.en && row.agency['zh-Hant'] && row.correctedBy['zh-Hant'] && row.category,
    );
    assert.ok(row.identity.length && row.formats.length);
  }
});

test('a dataset that can be read says the same as its row in the catalogue', () => {
  assert.equal(datasets.size, 5);
  for (const [id, dataset] of datasets) assert.deepEqual(entry(id).name, dataset.name);
});

test('PDF-only datasets have no fields to map', () => {
  for (const [id, row] of catalogue) if (row.formats.every((format) => format === 'pdf')) assert.ok(!datasets.has(id));
});

test('disability data is a special category', () => {
  assert.deepEqual(
    [...catalogue.values()].filter((row) => row.specialCategory).map(({ no }) => no),
    [63],
  );
});

test('a level admits all stronger ones', () => {
  assert.deepEqual(acceptedByAll([{ identity: ['nhi-card'] }]), ['citizen-certificate', 'tw-fido', 'nhi-card']);
  assert.deepEqual(acceptedByAll([{ identity: ['two-document'] }]), [
    'citizen-certificate',
    'tw-fido',
    'nhi-card',
    'two-document',
  ]);
  assert.deepEqual(acceptedByAll([{ identity: ['citizen-certificate'] }]), ['citizen-certificate']);
});

test('only what all asked datasets accept', () => {
  const household = entry('API.7QovE2Gev6');
  const lowIncome = entry('API.AbAYGIjoYw');
  assert.deepEqual(acceptedByAll([lowIncome]), ['citizen-certificate', 'tw-fido', 'nhi-card', 'two-document']);
  assert.deepEqual(acceptedByAll([household, lowIncome]), ['citizen-certificate', 'tw-fido']);
  assert.deepEqual(acceptedByAll([]), []);
});

test('the business certificate serves only where it is named', () => {
  assert.ok(accepts(entry('API.60GGfgGX1A'), 'business-certificate'));
  assert.ok(!accepts(entry('API.7QovE2Gev6'), 'business-certificate'));
  assert.ok(!accepts({ identity: ['business-certificate'] }, 'citizen-certificate'));
});

test('methods are listed strongest first', () => {
  const levels = identityMethods.map(({ level }) => level);
  assert.deepEqual(levels, levels.toSorted());
});
