import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNodes } from './find-nodes.ts';
import { isPath } from './path.ts';
import { longestPath, mostInBrackets, mostSelectors, pathOverBudget } from './path-budget.ts';

const inBudget = (path: string): boolean => pathOverBudget(path) === undefined;

test('what forms write is within it', () => {
  for (const path of [
    '$',
    '$.person_name',
    "$.members[?@.relationship != '戶長'].person_name",
    "$.members[?@.relationship == '配偶' && @.sex == '女'].person_name",
    "$.members[?match(@.person_name, '[*?,:.]+')].id",
    "$['a','b'].c[0].d[1:3]",
    '$..person_name',
    '$.members[*].children[*].person_name',
  ]) {
    assert.ok(inBudget(path), path);
    assert.ok(isPath(path), path);
  }
});

test('at its edges', () => {
  assert.ok(inBudget(`$.${'a'.repeat(longestPath - 2)}`));
  assert.ok(!inBudget(`$.${'a'.repeat(longestPath - 1)}`));
  assert.ok(inBudget(`$${'.a'.repeat(mostSelectors)}`));
  assert.ok(!inBudget(`$${'.a'.repeat(mostSelectors + 1)}`));
  assert.ok(inBudget(`$[${Array.from({ length: mostInBrackets }, () => '*').join()}]`));
  assert.ok(!inBudget(`$[${Array.from({ length: mostInBrackets + 1 }, () => '*').join()}]`));
  for (const path of ['$..a..b', '$[?@[?@.a]]', '$[?@..a]', '$[?count(@[*]) > 1]', '$[?@[0:2]]'])
    assert.ok(!inBudget(path), path);
});

test('a path over its budget is none, and is never evaluated', () => {
  const deep = '$..[?@..[?@..a == 1]]';
  assert.equal(isPath(deep), false);
  assert.deepEqual(findNodes(deep, { a: 1 }), []);
});

test('patterns inside a path run in linear time', () => {
  const data = { members: Array.from({ length: 50 }, (_, index) => ({ name: `${'a'.repeat(2_000)}${index}` })) };
  const started = performance.now();
  assert.equal(findNodes("$.members[?match(@.name, '(.+)*X')].name", data).length, 0);
  assert.equal(findNodes("$.members[?search(@.name, '([a-z]+)*!')].name", data).length, 0);
  assert.ok(performance.now() - started < 3_000);
  assert.equal(findNodes("$.members[?match(@.name, 'a+7')].name", data).length, 1);
  assert.equal(findNodes("$.members[?search(@.name, '7')].name", data).length, 5);
  // No pattern matches nothing, as RFC 9535 has it.
  assert.equal(findNodes("$.members[?match(@.name, '(')].name", data).length, 0);
});
