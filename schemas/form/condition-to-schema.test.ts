import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ConditionError, comparisonsOf, conditionToSchema } from './condition-to-schema.ts';
import { answersEngine } from './engine.ts';
import { holds } from './rules.ts';
import { someAnswers, someCondition } from './testing/some-condition.ts';

const engine = (): ReturnType<typeof answersEngine> => answersEngine({ 'roc-iso-date': () => true });

test('the schema of a condition says what the condition says', () => {
  fc.assert(
    fc.property(someCondition, fc.array(someAnswers, { minLength: 1, maxLength: 8 }), (condition, many) => {
      const validate = engine().compile({ type: 'object', allOf: [conditionToSchema(condition)] });
      for (const answers of many) assert.equal(validate(answers), holds(condition, answers));
    }),
    { numRuns: 300 },
  );
});

test('an absent number counts as 0 on both sides', () => {
  for (const condition of [{ '<': [{ var: 'age' }, 5] }, { '>': [{ var: 'age' }, 5] }, { '>=': [{ var: 'age' }, 0] }]) {
    const validate = engine().compile({ type: 'object', allOf: [conditionToSchema(condition)] });
    assert.equal(validate({}), holds(condition, {}));
  }
});

test('what can not be a schema is refused', () => {
  const outside = [
    {},
    { '==': [1, 1] },
    { '==': [{ var: 'a' }, { var: 'b' }] },
    { '==': [{ var: 'a' }, null] },
    { '<': [{ var: 'a' }, true] },
    { '<': [1, { var: 'a' }, 5] },
    { in: [{ var: 'a' }, []] },
    { in: ['x', 'xyz'] },
    { and: [] },
    { '!': [{ var: 'a' }, { var: 'b' }] },
    { var: ['a', 'default'] },
    { var: 3 },
    { and: [{ cat: ['a'] }] },
    { if: [{ var: 'a' }, true, false] },
  ];
  for (const condition of outside)
    assert.throws(() => conditionToSchema(condition), ConditionError, JSON.stringify(condition));
});

test('comparisons are found at any depth', () => {
  const condition = {
    and: [{ '==': ['x', { var: 'a' }] }, { or: [{ '!': { var: 'b' } }, { '<': [5, { var: 'c' }] }] }],
  };
  assert.deepEqual(comparisonsOf(condition), [
    { field: 'a', operator: '==', values: ['x'] },
    { field: 'b', operator: 'answered', values: [] },
    { field: 'c', operator: '>', values: [5] },
  ]);
});
