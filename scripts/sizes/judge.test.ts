import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './judge.mjs';

const ceilings = { a: { first: 1000 } };
const problemsOf = (first: number, landed: unknown = { a: { first: 900, all: 900 } }) =>
  judge({ a: { first, all: first } }, landed, ceilings, 0.02).problems;

test('an element may become smaller, or larger by what nobody notices', () => {
  assert.deepEqual(problemsOf(500), []);
  assert.deepEqual(problemsOf(918), []);
});

test('more than that is written down by whoever brings it', () => {
  assert.match(problemsOf(919).join(), /<a> first grew by 19 B \(2\.1 %\)/);
  assert.deepEqual(problemsOf(990, { a: { first: 990, all: 990 } }), []);
});

test('a ceiling holds whatever was written down', () => {
  assert.match(problemsOf(1001, { a: { first: 1001, all: 1001 } }).join(), /1 B over its ceiling/);
});

test('parts that are loaded later count towards all of it', () => {
  const { problems, lines } = judge(
    { a: { first: 900, all: 2100 } },
    { a: { first: 900, all: 2000 } },
    { a: { first: 1000, all: 2000 } },
    0.02,
  );
  assert.equal(problems.length, 2);
  assert.equal(lines[1], '<a> all: 2.1 kB, ceiling 2.0 kB, +100 B since the last landing');
});

test('an element without a ceiling, a landing or a build is told', () => {
  assert.match(
    judge({ b: { first: 1, all: 1 } }, {}, ceilings, 0.02).problems.join('\n'),
    /not landed[^]*no ceiling[^]*<a> is not built/,
  );
});
