import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mostCharacters, oversized } from './answer-size.ts';
import { field, say } from './testing/form-of.ts';
import { verdicts } from './testing/verdicts.ts';

test('every good answer of every kind of question fits', () => {
  for (const [index, { what, field: rest, good }] of verdicts.entries()) {
    const one = field(`f${index}`, rest);
    for (const value of good) assert.deepEqual(oversized([one], { [one.id]: value as string }), [], what);
  }
});

test('the longest text of a question fits with room for some words more; half a megabyte does not', () => {
  const one = field('name', { type: 'text' });
  for (const [text, fits] of [
    ['字'.repeat(200), true],
    ['字'.repeat(600), true],
    ['"'.repeat(200), true],
    ['x'.repeat(500_000), false],
  ] as const)
    assert.deepEqual(oversized([one], { name: text }), fits ? [] : ['name'], `${text.length}`);
});

test('a list has room for its rows', () => {
  const inner = field('note', { type: 'text', maxLength: 50 });
  const rows = field('rows', { type: 'group', rowTitle: say('row'), maxRows: 20, fields: [inner] });
  assert.deepEqual(oversized([rows], { rows: Array.from({ length: 20 }, () => ({ note: '字'.repeat(50) })) }), []);
  assert.ok(mostCharacters(rows) < 20_000);
  assert.deepEqual(oversized([rows], { rows: [{ note: 'x'.repeat(50_000) }] }), ['rows']);
});
