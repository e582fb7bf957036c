import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, datasets, inUse } from './catalogue.ts';
import { categories } from './categories.ts';
import { accepts, acceptedByAll, identityMethods } from './identity-methods.ts';
import type { CatalogueEntry } from './types.ts';

const byNumber = (a: number | null, b: number | null): number => (a ?? Infinity) - (b ?? Infinity);

const entry = (id: string): CatalogueEntry => {
  const found = catalogue.get(id);
  assert.ok(found, id);
  return found;
};

test('every entry has its words in both languages, an area, and a place in the tables', () => {
  const numbers = [...inUse.values()].map(({ no }) => no);
  assert.deepEqual(
    numbers.toSorted((a, b) => Number(a) - Number(b)),
    Array.from({ length: 105 }, (_, index) => index + 1),
  );
  for (const { id, name, agency, correctedBy, category } of catalogue.values()) {
    for (const text of [name, agency, correctedBy, categories[category]]) assert.ok(text['zh-Hant'] && text.en, id);
    assert.match(name.en, /^[\x20-\x7e’]+$/, id);
  }
});

test('what is in use names its identity methods and formats, and nobody can ask for what is planned', () => {
  for (const { id, identity, formats, status } of catalogue.values()) {
    assert.equal(identity.length > 0 && formats.length > 0, status === 'in-use', id);
    assert.equal(inUse.has(id), status === 'in-use', id);
  }
  assert.deepEqual(acceptedByAll([...catalogue.values()].filter(({ status }) => status === 'planned')), []);
});

test('parameters go as headers of their own names, with words for the resident', () => {
  for (const { id, parameters: asked } of catalogue.values()) {
    assert.equal(new Set(asked.map(({ name }) => name)).size, asked.length, id);
    for (const { name, label, hint } of asked) {
      assert.match(name, /^[A-Za-z][A-Za-z0-9]*$/, id);
      for (const text of [label, hint]) assert.ok(text['zh-Hant'] && text.en, name);
    }
  }
});

test('a dataset lies in the list of its area', async () => {
  for (const category of Object.keys(categories)) {
    const lists = Object.values((await import(`./${category}/index.ts`)) as Record<string, readonly CatalogueEntry[]>);
    assert.ok(lists.flat().length > 0, category);
    for (const entry of lists.flat()) assert.equal(entry.category, category, entry.id);
  }
});

test('a dataset that can be read says the same as its row in the catalogue', () => {
  for (const [id, dataset] of datasets) assert.deepEqual(entry(id).name, dataset.name);
});

test('special categories: disability, illness, care, vaccination, health examination, prison, birth, benefits for incapacity', () => {
  assert.deepEqual(
    [...catalogue.values()]
      .filter((row) => row.specialCategory)
      .map(({ no }) => no)
      .toSorted(byNumber),
    // Why 56 and 89 are and 84 is not: docs/decisions/2026-11-23-special-categories.md.
    [9, 48, 49, 51, 52, 53, 56, 63, 64, 65, 89, 90, 95, null],
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
