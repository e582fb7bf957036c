import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isObject, readJsonObject } from './json.ts';

test('an object is neither a list, nor null, nor a plain value', () => {
  for (const value of [{}, { a: 1 }]) assert.ok(isObject(value), JSON.stringify(value));
  for (const value of [[], [{}], null, undefined, 'a', 1, true]) assert.ok(!isObject(value), JSON.stringify(value));
});

test('a text is read as one JSON object or not at all', () => {
  assert.deepEqual(readJsonObject('{"a":[1]}'), { a: [1] });
  for (const text of ['', '[]', 'null', '"a"', '1', '{', '{}{}']) assert.equal(readJsonObject(text), undefined, text);
});
