import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { dictionary, revision } from '#schemas/shapes/shape.ts';
import { readShape } from './read-shape.ts';

const Order = Type.Object({
  revision: revision(),
  notes: Type.Optional(Type.String()),
  claims: dictionary(Type.Object({ text: Type.String() })),
  lines: Type.Array(Type.Object({ n: Type.Integer() })),
});
const good = { revision: 1, claims: { phone: { text: 'x' } }, lines: [{ n: 1 }] };

test('what fits is the value, what no shape names is let pass', () => {
  assert.deepEqual(readShape(Order, { ...good, more: true }), { ok: true, value: { ...good, more: true } });
});

for (const [what, input, place, keyword] of [
  ['no object', 'x', '', 'type'],
  ['a list', [], '', 'type'],
  ['a member that is not there', { claims: {}, lines: [] }, 'revision', 'required'],
  ['a member of another type', { ...good, notes: 3 }, 'notes', 'type'],
  ['no whole number', { ...good, revision: 1.5 }, 'revision', 'type'],
  ['below the least', { ...good, revision: -1 }, 'revision', 'minimum'],
  ['beyond what is a number', { ...good, revision: 2 ** 53 }, 'revision', 'maximum'],
  ['deep in a dictionary', { ...good, claims: { phone: { text: 1 } } }, 'claims.phone.text', 'type'],
  ['deep in a list', { ...good, lines: [{ n: 1 }, {}] }, 'lines[1].n', 'required'],
  ['null', { ...good, notes: null }, 'notes', 'type'],
] as const)
  test(`refused, and named: ${what}`, () => {
    const read = readShape(Order, input);
    assert.equal(read.ok, false);
    assert.deepEqual([!read.ok && read.place, !read.ok && read.keyword], [place, keyword]);
  });
