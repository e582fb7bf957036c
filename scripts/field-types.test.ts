/** docs/add-a-field-type.md, kept: each type of question has all that the page names, and no list has more. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldTypes } from '../schemas/form/fields/index.ts';
import { verdicts } from '../schemas/form/testing/verdicts.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const names = (path: string): readonly string[] =>
  readdirSync(new URL(path, root), { withFileTypes: true }).map(({ name }) => name);
const sorted = (list: Iterable<string>): readonly string[] => [...new Set(list)].sort();
const types = sorted(fieldTypes);

/** Files beside the types that are of no type. */
const shared = ['index.ts', 'kind.ts', 'parts.ts', 'rules.ts'];

test('a file for each type, and no other', () => {
  const files = names('schemas/form/fields').filter((name) => name.endsWith('.ts') && !shared.includes(name));
  assert.deepEqual(sorted(files), sorted(types.map((type) => `${type}.ts`)));
});

test('a folder of components for each type, with its element and its test', () => {
  for (const type of types)
    for (const file of [`${type}-field.ts`, `${type}-field.test.ts`])
      assert.ok(existsSync(new URL(`components/fields/${type}/${file}`, root)), `${type}/${file}`);
});

test('an entry for each type, and no other', () => {
  const entries = names('components/define').flatMap((name) => /^mydata-field-(.+)\.ts$/.exec(name)?.[1] ?? []);
  assert.deepEqual(sorted(entries), types);
});

test('the list of elements has each tag', () => {
  const tags = [...read('components/custom-elements.json').matchAll(/"tagName": "mydata-field-([^"]+)"/g)];
  assert.deepEqual(sorted(tags.map(([, type]) => type!)), types);
});

test('the published schema has each type', () => {
  const { $defs } = JSON.parse(read('schemas/form/definition.schema.json')) as {
    readonly $defs: {
      readonly [name: string]: { readonly properties?: { readonly type?: { readonly const?: string } } };
    };
  };
  const stated = Object.values($defs).flatMap(({ properties }) => properties?.type?.const ?? []);
  assert.deepEqual(sorted(stated), types);
});

test('answers of each type are judged, but of what is never answered, or row by row', () => {
  const judged = sorted(verdicts.map(({ field }) => field.type));
  const others = types.filter((type) => !judged.includes(type));
  for (const type of others) assert.ok(['evidence', 'group'].includes(type), type);
});

test('the page names every place', () => {
  const page = read('docs/add-a-field-type.md');
  for (const place of [
    'schemas/form/fields/<type>.ts',
    'schemas/form/fields/index.ts',
    'schemas/form/fields/rules.ts',
    'components/fields/<type>/',
    'components/fields/words.ts',
    'components/fields/registry.ts',
    'components/define/fields.ts',
    'components/define/mydata-field-<type>.ts',
    'schemas/form/testing/verdicts.ts',
  ])
    assert.ok(page.includes(place), place);
});
