import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskEmail, maskId, maskMobile, maskName } from './mask.ts';
import { readRocBirthday, rocBirthday } from './roc-birthday.ts';
import { valuesAt } from './services/preview.ts';
import { Throttle } from './throttle.ts';
import { offeredMethods } from './methods/levels.ts';

test('masks hide enough, by code points', () => {
  assert.equal(maskId('A123456789'), 'A12345****');
  assert.equal(maskName('林小美'), '林○美');
  assert.equal(maskName('王明'), '王○');
  assert.equal(maskName('歐陽小美'), '歐○○美');
  assert.equal(maskName('𠮷'), '○');
  assert.equal(maskName('𠮷田𡈽'), '𠮷○𡈽');
  assert.equal(maskMobile('0912345678'), '0912***678');
  assert.equal(maskEmail('lin@example.test'), 'li***@example.test');
});

test('birthdays in seven digits of the ROC calendar', () => {
  assert.equal(rocBirthday('1980-01-01'), '0690101');
  assert.equal(rocBirthday('2011-12-31'), '1001231');
  for (const typed of ['0690101', '690101', '069/01/01', '０６９０１０１', ' 069 0101 '])
    assert.equal(readRocBirthday(typed), '0690101', typed);
  for (const typed of ['', '19800101', '0691301', '0690230', '0000101', 'abc'])
    assert.equal(readRocBirthday(typed), undefined, typed);
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

test('a throttle counts per caller and forgets', () => {
  let now = 0;
  const throttle = new Throttle({ now: () => new Date(now) }, { limit: 2, windowMs: 60_000 });
  throttle.count('a');
  now = 10_000;
  throttle.count('a');
  assert.equal(throttle.waitSeconds('a'), 50);
  assert.equal(throttle.waitSeconds('b'), 0);
  now = 60_001;
  assert.equal(throttle.waitSeconds('a'), 0);
});
