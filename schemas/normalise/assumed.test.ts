/**
 * What nobody has seen in a real payload refuses none: over the whole catalogue, columns that are assumed may be missing,
 * hold anything, or have strangers beside them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datasets } from '../datasets/catalogue.ts';
import type { Dataset, JsonValue } from '../datasets/types.ts';
import { NormaliseError } from './normalise-error.ts';
import { sampleData } from './sample-data.ts';
import type { Column } from './shape.ts';
import { readCsv } from './read-csv.ts';
import { writeCsv } from './write-csv.ts';
import { writePayload } from './write-payload.ts';

type Rewrite = (value: JsonValue) => JsonValue | undefined;
type Json = { readonly [key: string]: JsonValue };

const sampleOf = ({ shape }: Dataset): JsonValue => writePayload(shape, sampleData(shape));

const flat = (columns: readonly Column[], above = false): readonly { readonly name: string; readonly own: boolean }[] =>
  columns.flatMap((column) => {
    const own = above || column.assumed === true;
    return [{ name: column.from, own }, ...(column.kind === 'rows' ? flat(column.columns, own) : [])];
  });

/** Payload names of a dataset that are assumed and no observed column's as well. */
function assumedNames({ shape, fieldsAre }: Dataset): readonly string[] {
  const columns = flat(
    shape.parts.flatMap((part) => part.columns),
    fieldsAre === 'assumed',
  );
  const seen = new Set(columns.filter(({ own }) => !own).map(({ name }) => name));
  return [...new Set(columns.filter(({ own, name }) => own && !seen.has(name)).map(({ name }) => name))];
}

/** Every member of that name, wherever it stands, put as `rewrite` says; undefined takes it out. */
function rewritten(payload: JsonValue, names: ReadonlySet<string>, rewrite: Rewrite): JsonValue {
  if (Array.isArray(payload)) return payload.map((item: JsonValue) => rewritten(item, names, rewrite));
  if (typeof payload !== 'object' || payload === null) return payload;
  return Object.fromEntries(
    Object.entries(payload as Json).flatMap(([name, value]) => {
      const put = names.has(name) ? rewrite(value) : rewritten(value, names, rewrite);
      return put === undefined ? [] : [[name, put] as const];
    }),
  );
}

function withoutColumns(csv: string, names: ReadonlySet<string>): string {
  const [header = [], ...rows] = readCsv(csv);
  return writeCsv([header, ...rows].map((row) => row.filter((_, place) => !names.has(header[place]!))));
}

const without = (payload: JsonValue, names: readonly string[]): JsonValue =>
  typeof payload === 'string'
    ? withoutColumns(payload, new Set(names))
    : rewritten(payload, new Set(names), () => undefined);

for (const dataset of datasets.values()) {
  const { id, no, name, normalise, shape } = dataset;
  const names = assumedNames(dataset);
  const payload = sampleOf(dataset);

  test(`${no} ${name['zh-Hant']} is read without any of its ${names.length} assumed columns, and without all`, () => {
    for (const one of names) normalise(without(payload, [one]));
    const { data } = normalise(without(payload, names));
    fc.assert(
      fc.property(fc.subarray([...names]), (some) => {
        normalise(without(payload, some));
      }),
      { numRuns: 20 },
    );
    assert.equal(typeof data, 'object', id);
  });

  if (shape.media !== 'csv')
    test(`${no} ${name['zh-Hant']} is read whatever its assumed columns hold, and whoever stands beside them`, () => {
      const cell: fc.Arbitrary<JsonValue> = fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom<JsonValue[]>(null, {}, [], [{}], { a: 1 }, [1]),
      );
      fc.assert(
        fc.property(fc.subarray([...names]), cell, (some, value) => {
          const put = rewritten(payload, new Set(some), () => value);
          normalise(put);
          normalise(typeof put === 'object' && !Array.isArray(put) ? { ...(put as Json), neverSeen: value } : put);
        }),
        { numRuns: 20 },
      );
    });
}

test('an error that every agency writes alike is no answer of an assumed dataset either', () => {
  for (const { id, normalise } of datasets.values())
    for (const answer of [{ httpCode: '500', httpMessage: 'x' }, { returnCode: '9' }, 'text', null, 7])
      assert.throws(() => normalise(answer as JsonValue), NormaliseError, id);
});

test('the five observed headers of a land table are enough, and any number of others may stand beside them', () => {
  const land = datasets.get('API.KvvyRZSc5K')!;
  const text = '縣市,鄉鎮市區,段小段,地建號,建物門牌\n嘉義縣,太保市,祥和段,0123-0000,祥和一路東段1號\n';
  const [row] = land.normalise(text).data['properties'] as readonly Json[];
  assert.deepEqual(Object.keys(row!), ['county', 'town', 'section', 'parcel_no', 'building_address']);
  const others = Array.from({ length: 30 }, (_, place) => `備註${place}`).join(',');
  const more = `縣市,鄉鎮市區,${others}\n嘉義縣,太保市,${others}\n`;
  assert.deepEqual(land.normalise(more).data['properties'], [{ county: '嘉義縣', town: '太保市' }]);
});
