/** Over every dataset that can name somebody: absence is no contradiction, a whole id of another is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { Dataset, NormalValue } from '#schemas/datasets/types.ts';
import { personPath } from '#schemas/mapping/person-path.ts';
import { sampleData } from '#schemas/normalise/sample-data.ts';
import { writePayload } from '#schemas/normalise/write-payload.ts';
import { isAbout } from './persons.ts';

const person = 'A123456789';
const stranger = 'B123456780';
const another = 'A800000014';

type Data = { readonly [key: string]: NormalValue | undefined };

/** The sample with another text, or none, in the place of the person's own id. */
function sampleWith({ shape, ...dataset }: Dataset, id: string | undefined): Data {
  const names = personPath(dataset)!
    .slice(2)
    .split(/\[\*\]\.|\./);
  const put = (value: NormalValue | undefined, [name, ...more]: readonly string[]): NormalValue | undefined => {
    if (name === undefined) return id;
    if (Array.isArray(value)) return (value as readonly NormalValue[]).map((item) => put(item, [name, ...more])!);
    const data = value as Data;
    return { ...data, [name]: put(data[name], more) } as NormalValue;
  };
  return put(sampleData(shape) as NormalValue, names) as Data;
}

const isOf = (dataset: Dataset, id: string | undefined): boolean =>
  isAbout(dataset, dataset.normalise(writePayload(dataset.shape, sampleWith(dataset, id))), person);

const naming = [...datasets.values()].filter((dataset) => personPath(dataset) !== undefined);

test('nearly every dataset can name somebody', () => assert.ok(naming.length > 80, String(naming.length)));

for (const dataset of naming) {
  test(`${dataset.no} ${dataset.name['zh-Hant']}: whose it is`, () => {
    assert.equal(isOf(dataset, person), true);
    for (const silent of [undefined, 'N/A', '-', '0000000', '無', 'E1234567', '12345678'])
      assert.equal(isOf(dataset, silent), true, silent);
    for (const masked of ['A12345****', 'A12***6789', 'A12345＊＊＊＊', 'Ａ１２○○○○７８９', '**********'])
      assert.equal(isOf(dataset, masked), true, masked);
    for (const other of [stranger, another, 'AC01234567', 'B12345****', 'A12***6780'])
      assert.equal(isOf(dataset, other), false, other);
  });
}

test('however its columns are thinned out, a dataset that lost its ids speaks against nobody', () => {
  fc.assert(
    fc.property(fc.constantFrom(...naming), fc.infiniteStream(fc.boolean()), (dataset, keep) => {
      const thin = Object.fromEntries(
        Object.entries(sampleWith(dataset, undefined)).filter(() => keep.next().value as boolean),
      );
      let normalised;
      try {
        normalised = dataset.normalise(writePayload(dataset.shape, thin));
      } catch {
        return; // nothing observed is left
      }
      assert.equal(isAbout(dataset, normalised, person), true);
    }),
  );
});

test('of several rows one must be the person’s, or may be', () => {
  const household = datasets.get('API.UDauDOLyZg')!;
  const of = (ids: readonly (string | undefined)[]): boolean => {
    const payload = { personHouseholdData21: ids.map((id) => ({ person_name: 'x', ...(id && { person_id: id }) })) };
    return isAbout(household, household.normalise(payload), person);
  };
  for (const ids of [
    [stranger, person],
    [stranger, 'A12345****'],
    ['B12345****', 'A12345****'],
    [undefined, undefined],
    [undefined],
    [],
  ])
    assert.equal(of(ids), true, ids.join());
  for (const ids of [[stranger], [stranger, another], [stranger, undefined], [stranger, 'B22345****'], ['B22345****']])
    assert.equal(of(ids), false, ids.join());
});
