import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datasets } from '#schemas/datasets/catalogue.ts';
import type { Normalised } from '#schemas/datasets/types.ts';
import { agencyNames } from '#schemas/normalise/agency-names.ts';
import { loadResidents } from '../sandbox/load-residents.ts';
import { narrow, readFields } from './narrow.ts';

const residents = await loadResidents();

test('what is narrowed to one field still has this field, in its wrapper, for every invented resident', () => {
  let checked = 0;
  for (const dataset of datasets.values()) {
    for (const { records } of residents) {
      const payload = records[dataset.id];
      if (payload === undefined || payload === null) continue;
      const whole = dataset.normalise(payload).data;
      for (const [key, value] of Object.entries(whole)) {
        if (Array.isArray(value)) continue;
        const fields = agencyNames(dataset.shape, [`$.${key}`]);
        const small: Normalised['data'] = dataset.normalise(narrow(dataset.id, payload, fields)).data;
        assert.deepEqual(small[key], value, `${dataset.id} ${key}`);
        assert.equal(
          Object.values(small).filter((one) => one !== undefined && !Array.isArray(one)).length,
          1,
          `${dataset.id} ${key}`,
        );
        checked += 1;
      }
    }
  }
  assert.ok(checked > 50, String(checked));
});

test('without the header everything stays', () => {
  const payload = { a: 1 };
  assert.equal(narrow('API.7QovE2Gev6', payload, readFields(undefined)), payload);
});

test('a dataset whose shape is not known is narrowed inside the usual wrappers', () => {
  const payload = { httpCode: '200', returnData: [{ IDN: 'x', name: '甲', status: '1' }] };
  assert.deepEqual(narrow('API.EZ6XjKf1B4', payload, ['name']), { returnData: [{ name: '甲' }] });
  assert.deepEqual(narrow('API.EZ6XjKf1B4', [{ a: 1, b: 2 }], ['b']), [{ b: 2 }]);
});

test('names are read between commas, in dots down to four deep', () => {
  assert.deepEqual(readFields(' a, b.c.d.e ,f_1'), ['a', 'b.c.d.e', 'f_1']);
  for (const header of ['', 'a,', '.a', 'a.', 'a.b.c.d.e', '__proto__;', 'a b'])
    assert.throws(() => readFields(header), TypeError, header);
});

test('a text is not narrowed, since nothing of it could be left out', () => {
  assert.throws(() => narrow('API.KvvyRZSc5K', '地號,面積\r\n1,2\r\n', ['地號']), TypeError);
  assert.equal(narrow('API.KvvyRZSc5K', 'a', undefined), 'a');
});
