import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionInWords, type Named } from './condition-in-words.ts';
import type { Condition, Field } from './definition.ts';

const label = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const fields: readonly Field[] = [
  {
    id: 'kin',
    type: 'choice',
    as: 'radio',
    label: label('關係'),
    options: [
      { value: 'yes', label: label('是') },
      { value: 'no', label: label('不是') },
    ],
  },
  {
    id: 'needs',
    type: 'choice',
    as: 'checkboxes',
    label: label('需要'),
    options: [{ value: 'food', label: label('食物') }],
  },
  { id: 'age', type: 'number', label: label('年齡') },
  { id: 'agreed', type: 'declaration', label: label('同意'), statement: label('同意') },
] as const;
const find = (id: string): Named | undefined => {
  const index = fields.findIndex((field) => field.id === id);
  return index < 0 ? undefined : { field: fields[index]!, name: `第 ${index + 1} 題` };
};

const cases: readonly (readonly [Condition, string])[] = [
  [{ '==': [{ var: 'kin' }, 'yes'] }, '第 1 題答「是」'],
  [{ '!=': [{ var: 'kin' }, 'yes'] }, '第 1 題不是答「是」'],
  [{ in: [{ var: 'kin' }, ['yes', 'no']] }, '第 1 題答「是」或「不是」'],
  [{ in: ['food', { var: 'needs' }] }, '第 2 題勾選「食物」'],
  [{ '>=': [{ var: 'age' }, 65] }, '第 3 題至少 65'],
  [{ '<': [65, { var: 'age' }] }, '第 3 題大於 65'],
  [{ '==': [{ var: 'agreed' }, true] }, '第 4 題勾選'],
  [{ '!': [{ var: 'age' }] }, '第 3 題沒有填'],
  [{ '!!': [{ var: 'age' }] }, '第 3 題有填'],
  [{ '!': [{ '==': [{ var: 'kin' }, 'no'] }] }, '不是（第 1 題答「不是」）'],
  [
    {
      and: [{ '==': [{ var: 'kin' }, 'yes'] }, { or: [{ '<': [{ var: 'age' }, 18] }, { '>': [{ var: 'age' }, 64] }] }],
    },
    '第 1 題答「是」，而且（第 3 題小於 18，或是第 3 題大於 64）',
  ],
];
for (const [condition, words] of cases)
  test(words, () => {
    assert.equal(conditionInWords(condition, find), words);
  });
