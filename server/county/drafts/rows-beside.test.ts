import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupField } from '#schemas/form/definition.ts';
import { rowsBeside } from './rows-beside.ts';

const say = { 'zh-Hant': '家人', en: 'member' };
const group: GroupField = { id: 'members', type: 'group', label: say, rowTitle: say, maxRows: 4, fields: [] };
const given = [
  { id: 'A', name: '甲' },
  { id: 'B', name: '乙' },
];
const hashes = ['#A', '#B'];

test('rows saved beside official ones keep their person when places change', () => {
  const typed = [{ income: 1 }, { income: 2 }, { name: '丙', income: 3 }];
  assert.deepEqual(rowsBeside(group, given, hashes, typed, ['#A', '#B']), typed);
  assert.deepEqual(rowsBeside(group, given, hashes, typed, ['#B', '#A']), [
    { income: 2 },
    { income: 1 },
    { name: '丙', income: 3 },
  ]);
  assert.deepEqual(rowsBeside(group, given, hashes, typed, ['#X', '#A']), [
    { income: 2 },
    {},
    { name: '丙', income: 3 },
  ]);
});

test('rows typed before MyData answered find their person, or stay the resident’s own', () => {
  const typed = [
    { name: '乙', income: 2 },
    { name: '丙', income: 3 },
    { id: 'A', name: '別人' },
  ];
  assert.deepEqual(rowsBeside(group, given, hashes, typed, []), [
    {},
    { income: 2 },
    { name: '丙', income: 3 },
    { id: 'A', name: '別人' },
  ]);
  assert.equal(rowsBeside(group, given, hashes, [...typed, { name: '丁' }], []).length, 4);
});

test('when the official rows are gone, answers without their person go too', () => {
  assert.deepEqual(rowsBeside(group, [], [], [{ income: 1 }, { income: 2 }, { name: '丙' }], ['#A', '#B']), [
    { name: '丙' },
  ]);
  assert.deepEqual(rowsBeside(group, [], [], [{ name: '丙' }], []), [{ name: '丙' }]);
  assert.deepEqual(rowsBeside(group, given, hashes, [{}, {}], ['#A', '#B']), []);
});
