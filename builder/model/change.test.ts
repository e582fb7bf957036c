import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reliefDocument } from '../testing/documents.ts';
import { applyChange, applyChanges, changeInOrder, invertChange, StaleChange, type Change } from './change.ts';
import type { Json } from './json.ts';
import { EditingSession } from './session.ts';

const root = { name: 'a', list: [{ id: 1 }, { id: 2 }], inner: { deep: [1, 2] }, none: null };
const set = (path: readonly (string | number)[], key: string, before?: Json, after?: Json): Change => ({
  ...{ op: 'set', path, key },
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
const into = (index: number, path: readonly (string | number)[] = ['list']): Change => ({
  ...{ op: 'insert', path, index, value: 'new' },
});
const outOf = (index: number, value: Json, path: readonly (string | number)[] = ['list']): Change => ({
  ...{ op: 'remove', path, index, value },
});

const stale: { readonly [what: string]: Change } = {
  'another value': set([], 'name', 'b', 'c'),
  'a value where there was to be none': set([], 'name', undefined, 'c'),
  'none where there was to be one': set([], 'gone', 'a', 'c'),
  'a value of another kind': set([], 'none', undefined, 'c'),
  'an object that differs inside': set([], 'inner', { deep: [1] }, 'c'),
  'a list in another order': set(['inner'], 'deep', [2, 1], 'c'),
  'no object': set(['list'], 'name', undefined, 'c'),
  'a way that leads nowhere': set(['gone'], 'name', undefined, 'c'),
  'a way through a text': set(['name', 'length'], 'x', undefined, 'c'),
  'a way past the end of a list': set(['list', 2], 'x', undefined, 'c'),
  'before the first place': into(-1),
  'behind the last place': into(3),
  'no list': into(0, ['inner']),
  'no list there at all': into(0, ['gone']),
  'another part': outOf(0, { id: 2 }),
  'a part less': outOf(2, { id: 2 }),
  'a part to take from what is no list': outOf(0, { id: 1 }, ['inner']),
};

for (const [what, change] of Object.entries(stale))
  test(`${what}: the change is for another document`, () => {
    const before = JSON.stringify(root);
    assert.throws(() => applyChange(root, change), StaleChange);
    assert.throws(() => applyChange(root, change), { code: 'stale-change' });
    assert.equal(JSON.stringify(root), before);
  });

test('what fits is done, at the ends of a list too, whatever order keys are in', () => {
  const fits: readonly (readonly [Change, Json])[] = [
    [set([], 'name', 'a', 'b'), { ...root, name: 'b' }],
    [set([], 'name', 'a'), { list: root['list'], inner: root['inner'], none: null }],
    [set([], 'fresh', undefined, 1), { ...root, fresh: 1 }],
    [set(['inner'], 'deep', [1, 2], []), { ...root, inner: { deep: [] } }],
    [into(0), { ...root, list: ['new', { id: 1 }, { id: 2 }] }],
    [into(2), { ...root, list: [{ id: 1 }, { id: 2 }, 'new'] }],
    [outOf(1, { id: 2 }), { ...root, list: [{ id: 1 }] }],
  ];
  for (const [change, after] of fits) assert.deepEqual(applyChange(root, change), after);
  const keys = { a: 1, b: 2 };
  assert.deepEqual(applyChange({ keys }, set([], 'keys', { b: 2, a: 1 }, 3)), { keys: 3 });
});

test('of several of which one is for another document, none is done', () => {
  const session = new EditingSession(reliefDocument, { now: () => new Date('2026-11-23T01:00:00Z') });
  const { document, history } = session;
  const heard: string[] = [];
  session.listen(({ what }) => heard.push(what));
  const changes = [set(['service'], 'fresh', undefined, 1), set(['service'], 'fresh', 2, 3)];
  const words = { 'zh-Hant': '兩項', en: 'two' };
  assert.throws(() => session.run({ id: 'two', run: () => ({ changes, words }) }, undefined), StaleChange);
  assert.equal(session.document, document);
  assert.equal(session.history, history);
  assert.deepEqual(heard, []);
  assert.throws(() => applyChanges(root, [into(0), outOf(0, { id: 1 })]), StaleChange);
});

test('which place it was is said', () => {
  assert.throws(() => applyChange(root, set(['gone', 'x'], 'a', undefined, 1)), { message: 'nothing at /gone/x' });
  assert.throws(() => applyChange(root, set(['list', 0], 'id', 7, 1)), { message: 'not as expected at /list/0' });
});

test('turned round, what was absent is absent again', () => {
  assert.deepEqual(invertChange(set([], 'a', 1, 2)), set([], 'a', 2, 1));
  assert.deepEqual(invertChange(set([], 'a', undefined, 2)), set([], 'a', 2));
  assert.deepEqual(invertChange(set([], 'a', 1)), set([], 'a', undefined, 1));
  assert.deepEqual(invertChange(into(1)), outOf(1, 'new'));
  assert.deepEqual(invertChange(outOf(1, 'new')), into(1));
});

test('what a change brings has its keys in order; what it takes is as it was', () => {
  const mixed = { fields: [], id: 'a' };
  const keys = (value: unknown) => Object.keys(value as object);
  const brought = changeInOrder(set([], 'a', mixed, mixed)) as { readonly before: object; readonly after: object };
  assert.deepEqual(
    [keys(brought.before), keys(brought.after)],
    [
      ['fields', 'id'],
      ['id', 'fields'],
    ],
  );
  const taken = set([], 'a', mixed);
  assert.equal(changeInOrder(taken), taken);
  for (const op of ['insert', 'remove'] as const) {
    const change = changeInOrder({ op, path: [], index: 0, value: mixed }) as { readonly value: object };
    assert.deepEqual(keys(change.value), ['id', 'fields']);
  }
});
