import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from './check-definition.ts';
import {
  deepestDocument,
  deepestRule,
  documentOverBudget,
  longestText,
  mostNodes,
  mostOptions,
  mostQuestions,
  mostRuleParts,
  sizeOf,
} from './form-budget.ts';
import type { Condition, Field } from './definition.ts';
import { formOf } from './testing/form-of.ts';

const label = { 'zh-Hant': '題', en: 'Question' };
const text = (id: string, more: object = {}): Field => ({ id, type: 'text', label, ...more }) as Field;
const codes = (fields: readonly Field[]): readonly string[] =>
  checkDefinition(formOf(...fields), Infinity).map(({ code }) => code);
const nested = (levels: number): unknown => Array.from({ length: levels - 1 }).reduce<unknown>((inner) => [inner], 'x');

test('questions', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => text(`q${index}`));
  assert.deepEqual(codes(many(mostQuestions)), []);
  assert.deepEqual(codes(many(mostQuestions + 1)), ['too-many-questions']);
});

test('options', () => {
  const choice = (count: number) =>
    text('c', {
      type: 'choice',
      as: 'select',
      options: Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label })),
    });
  assert.deepEqual(codes([choice(mostOptions)]), []);
  assert.deepEqual(codes([choice(mostOptions + 1)]), ['too-many-options']);
});

test('rules', () => {
  const condition = (values: number) => ({ in: [{ var: 'a' }, Array.from({ length: values }, (_, n) => `${n}`)] });
  const form = (show: unknown) => [text('a'), text('b', { show: show as Condition })];
  // The operator, its list, the question with its name, the list of values.
  assert.ok(!codes(form(condition(mostRuleParts - 5))).includes('rule-too-complex'));
  assert.ok(codes(form(condition(mostRuleParts))).includes('rule-too-complex'));
  const deep = (levels: number) =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ '!': [inner] }), { '!!': [{ var: 'a' }] });
  assert.ok(codes(form(deep(deepestRule))).includes('rule-too-complex'));
  assert.ok(codes(form(deep(100_000))).includes('rule-too-complex'));
});

test('a document, before anything else reads it', () => {
  assert.equal(documentOverBudget(nested(deepestDocument)), undefined);
  assert.ok(documentOverBudget(nested(deepestDocument + 1)));
  assert.ok(documentOverBudget(nested(1_000_000)));
  assert.equal(documentOverBudget(Array.from({ length: mostNodes - 1 }, () => 0)), undefined);
  assert.ok(documentOverBudget(Array.from({ length: mostNodes }, () => 0)));
  assert.equal(documentOverBudget('x'.repeat(longestText)), undefined);
  assert.ok(documentOverBudget({ a: ['x'.repeat(longestText + 1)] }));
  assert.deepEqual(sizeOf({ a: [1, 'two'] }), { nodes: 4, depth: 3, longest: 3 });
});
