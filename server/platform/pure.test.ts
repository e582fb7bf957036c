import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldLabels } from './field-labels.ts';
import { maskEmail } from './mask.ts';
import { valuesAt } from './consent/preview.ts';
import { offeredMethods } from './identity/methods/levels.ts';

test('an e-mail address shows where, not who', () => {
  assert.equal(maskEmail('lin@example.test'), 'li***@example.test');
  assert.equal(maskEmail('a@b'), 'a***@b');
  assert.equal(maskEmail('@b'), '***');
});

test('field names of a registration are told in words', () => {
  assert.deepEqual(fieldLabels('API.7QovE2Gev6', ['person_name', 'householdAddress', 'no_such']), ['姓名', '戶籍地址']);
  assert.ok(fieldLabels('API.UDauDOLyZg', ['personHouseholdData21.person_name']).length === 1);
  assert.deepEqual(fieldLabels('API.UDauDOLyZg', undefined), []);
  assert.deepEqual(fieldLabels('API.unknown000', ['a']), []);
});

test('reads the catalogue’s paths', () => {
  const data = { a: { b: '1' }, rows: [{ c: 'x' }, {}, { c: 'y' }] };
  assert.deepEqual(valuesAt(data, '$.a.b'), ['1']);
  assert.deepEqual(valuesAt(data, '$.rows[*].c'), ['x', 'y']);
  assert.deepEqual(valuesAt(data, '$.none.b'), []);
  assert.deepEqual(valuesAt(data, '$.constructor'), []);
});

test('methods offered are those that all asked datasets accept, stronger ones admitted', () => {
  assert.deepEqual(offeredMethods([{ identity: ['two-document'] }]), [
    'citizen-certificate',
    'tw-fido',
    'nhi-card',
    'two-document',
  ]);
  assert.deepEqual(offeredMethods([{ identity: ['two-document'] }, { identity: ['nhi-card'] }]), [
    'citizen-certificate',
    'tw-fido',
    'nhi-card',
  ]);
  assert.deepEqual(offeredMethods([{ identity: ['citizen-certificate'] }, { identity: ['nhi-card'] }]), [
    'citizen-certificate',
  ]);
  assert.deepEqual(offeredMethods([{ identity: ['business-certificate'] }]), []);
  assert.deepEqual(offeredMethods([]), []);
});
