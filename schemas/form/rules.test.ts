import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
// @ts-expect-error the oracle ships no types
import jsonLogic from 'json-logic-js';
import { someAnswers, someCondition } from './testing/some-condition.ts';
import { holds } from './rules.ts';

test('agrees with json-logic-js on every condition of the grammar', () => {
  fc.assert(
    fc.property(someCondition, someAnswers, (condition, answers) => {
      assert.equal(holds(condition, answers), jsonLogic.truthy(jsonLogic.apply(condition, answers)));
    }),
    { numRuns: 2000 },
  );
});

test('no condition always holds', () => assert.equal(holds(undefined, {}), true));

test('an operator outside the list throws', () => {
  for (const condition of [
    { cat: ['a', 'b'] },
    { constructor: [1] },
    { toString: [] },
    {},
    { '==': [1, 1], '!': [1] },
  ]) {
    assert.throws(() => holds(condition, {}), TypeError);
  }
});

test('an operator deep inside throws too', () => {
  assert.throws(() => holds({ and: [{ '!!': { var: 'a' } }, { log: 1 }] }, { a: 1 }), /log/);
});

test('a var reads own answers only', () => {
  assert.equal(holds({ '!!': { var: 'toString' } }, {}), false);
  assert.equal(holds({ '!!': { var: '__proto__' } }, {}), false);
});

test('an empty list is no answer, an answer of several is', () => {
  assert.equal(holds({ var: 'aids' }, { aids: [] }), false);
  assert.equal(holds({ in: ['cane', { var: 'aids' }] }, { aids: ['cane', 'bed'] }), true);
});
