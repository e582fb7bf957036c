/** The catalogue against a copy of the handbook's tables 3 and 4, row by row. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { catalogue, datasets, inUse } from './catalogue.ts';
import type { CatalogueEntry } from './types.ts';

interface Row {
  readonly no: number | null;
  readonly ministry: string;
  readonly unit: string | null;
  readonly name: string;
  readonly identity: readonly string[] | null;
  readonly formats: readonly string[] | null;
  readonly minutes: number | null;
  readonly id?: string;
  readonly planned?: true;
}

const { datasets: rows } = JSON.parse(
  readFileSync(new URL('./testing/facts-datasets.json', import.meta.url), 'utf8'),
) as { readonly datasets: readonly Row[] };

const entryOf = (row: Row): CatalogueEntry => {
  const found = [...catalogue.values()].filter(({ no, name }) => no === row.no && name['zh-Hant'] === row.name);
  assert.equal(found.length, 1, `${row.no} ${row.name}`);
  return found[0]!;
};

test('109 rows: 105 in use and 4 planned', () => {
  assert.deepEqual([rows.length, catalogue.size, inUse.size], [109, 109, 105]);
});

for (const row of rows) {
  test(`${row.no ?? 'planned'} ${row.name}`, () => {
    const { no, ministry, unit, name, identity, formats, minutes, id, idIs, status } = entryOf(row);
    assert.deepEqual(
      { no, ministry, unit, name: name['zh-Hant'], identity, formats, minutes, status },
      {
        no: row.no,
        ministry: row.ministry,
        unit: row.unit ?? '',
        name: row.name,
        identity: row.identity ?? [],
        formats: row.formats ?? [],
        minutes: row.minutes,
        status: row.planned ? 'planned' : 'in-use',
      },
    );
    assert.match(id, /^API\.[A-Za-z0-9]{10}$/);
    assert.equal(idIs, row.id === undefined ? 'assumed' : 'observed');
    if (row.id !== undefined) assert.equal(id, row.id);
  });
}

test('what a dataset offers follows from its formats: fields, a signed document, or nothing yet', () => {
  const expected = ({ status, formats }: CatalogueEntry): CatalogueEntry['offers'] => {
    if (status === 'planned') return 'nothing-yet';
    return formats.some((format) => format !== 'pdf') ? 'fields' : 'evidence-only';
  };
  const count = { fields: 0, 'evidence-only': 0, 'nothing-yet': 0 };
  for (const entry of catalogue.values()) {
    assert.equal(entry.offers, expected(entry), entry.id);
    count[entry.offers] += 1;
    if (entry.offers !== 'fields') assert.ok(!datasets.has(entry.id), entry.id);
  }
  assert.deepEqual(count, { fields: 93, 'evidence-only': 12, 'nothing-yet': 4 });
});

test('every dataset that comes as JSON or CSV has a shape', () => {
  const unshaped = [...catalogue.values()].filter(({ offers, id }) => offers === 'fields' && !datasets.has(id));
  assert.deepEqual(
    unshaped.map(({ no }) => no),
    [],
  );
});
