import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setProperty } from '../commands/set-property.ts';
import { HandClock } from '../testing/command-checks.ts';
import { reliefDocument } from '../testing/documents.ts';
import type { Change } from './change.ts';
import { coalesceMs, mostKept, noHistory, record, redoOf, undoOf, type Entry, type History } from './history.ts';
import type { Ref } from './locate.ts';
import { EditingSession } from './session.ts';

const start = Date.parse('2026-11-23T01:00:00Z');
const at = (ms: number): string => new Date(start + ms).toISOString();
const set = (before: string | undefined, after: string | undefined, key = 'label', path = ['form']): Change => ({
  ...{ op: 'set', path, key },
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
const entry = (ms: number, key: string | undefined, ...changes: readonly Change[]): Entry => ({
  command: `at ${ms}`,
  words: { 'zh-Hant': `第 ${ms}`, en: `at ${ms}` },
  at: at(ms),
  changes: changes.length ? changes : [set('a', 'b')],
  ...(key === undefined ? {} : { key }),
  selected: { before: [`field/b${ms}` as Ref], after: [`field/a${ms}` as Ref] },
});
const names = ({ done, undone }: History) => [done, undone].map((list) => list.map(({ command }) => command));

const first = entry(0, 'k', set('a', 'b'));
const typing = (ms: number, key: string | undefined = 'k') => entry(ms, key, set('b', 'c'));
const press = entry(1, undefined, set('b', 'c'));
const undone = [entry(-5, 'k')];

const cases: readonly (readonly [what: string, before: History, edit: Entry, done: string[]])[] = [
  ['the first of all', noHistory, first, ['at 0']],
  ['at once, at the same place', { done: [first], undone: [] }, typing(0), ['at 0']],
  ['just close enough', { done: [first], undone: [] }, typing(coalesceMs), [`at ${coalesceMs}`]],
  ['just too late', { done: [first], undone: [] }, typing(coalesceMs + 1), ['at 0', `at ${coalesceMs + 1}`]],
  ['elsewhere', { done: [first], undone: [] }, typing(1, 'other'), ['at 0', 'at 1']],
  ['a press behind typing', { done: [first], undone: [] }, press, ['at 0', 'at 1']],
  ['two presses', { done: [entry(0, undefined)], undone: [] }, entry(1, undefined, set('b', 'c')), ['at 0', 'at 1']],
  ['typing behind a press', { done: [entry(0, undefined)], undone: [] }, typing(1), ['at 0', 'at 1']],
  ['behind one of a clock that is ahead', { done: [first], undone: [] }, typing(-1), ['at 0', 'at -1']],
  ['after an undo, close, at the same place', { done: [first], undone }, typing(1), ['at 0', 'at 1']],
  ['after an undo, elsewhere', { done: [first], undone }, typing(1, 'other'), ['at 0', 'at 1']],
  ['after an undo, a press', { done: [first], undone }, press, ['at 0', 'at 1']],
  ['after all was undone', { done: [], undone }, typing(1), ['at 1']],
];

for (const [what, before, edit, done] of cases)
  test(`an edit ${what}: ${done.length} done, and nothing to do again`, () => {
    const after = record(before, edit);
    assert.deepEqual(names(after), [done, []]);
    assert.equal(after.done.at(-1)!.words, edit.words, 'called as what was done last');
    assert.equal(after.done.at(-1)!.at, edit.at);
  });

test('what is joined goes from the first before to the last after, and from the first selection to the last', () => {
  const rows: readonly (readonly [Change[], Change[], Change[]])[] = [
    [[set('a', 'b')], [set('b', 'c')], [set('a', 'c')]],
    [[set(undefined, 'b')], [set('b', 'c')], [set(undefined, 'c')]],
    [[set('a', 'b')], [set('b', undefined)], [set('a', undefined)]],
    [[set('a', 'b'), set('b', 'c')], [set('c', 'd')], [set('a', 'd')]],
    [[set('a', 'b', 'x', ['form', 'y'])], [set('b', 'c', 'x', ['form', 'y'])], [set('a', 'c', 'x', ['form', 'y'])]],
    [
      [set('a', 'b', 'x', ['form', 'y'])],
      [set('b', 'c', 'x', ['formy'])],
      [set('a', 'b', 'x', ['form', 'y']), set('b', 'c', 'x', ['formy'])],
    ],
    [[set('a', 'b')], [set('b', 'c', 'hint')], [set('a', 'b'), set('b', 'c', 'hint')]],
    [[set('a', 'b')], [set('b', 'c', 'label', ['service'])], [set('a', 'b'), set('b', 'c', 'label', ['service'])]],
    [
      [set('a', 'b'), { op: 'insert', path: ['form'], index: 0, value: 1 }],
      [set('b', 'c')],
      [set('a', 'b'), { op: 'insert', path: ['form'], index: 0, value: 1 }, set('b', 'c')],
    ],
    [
      [{ op: 'insert', path: ['form'], index: 0, value: 1 }],
      [set('b', 'c')],
      [{ op: 'insert', path: ['form'], index: 0, value: 1 }, set('b', 'c')],
    ],
    [
      [set('a', 'b')],
      [{ op: 'remove', path: ['form'], index: 0, value: 1 }],
      [set('a', 'b'), { op: 'remove', path: ['form'], index: 0, value: 1 }],
    ],
  ];
  for (const [one, other, joined] of rows) {
    const { done } = record({ done: [entry(0, 'k', ...one)], undone: [] }, entry(1, 'k', ...other));
    assert.deepEqual(done[0]!.changes, joined);
    assert.deepEqual(done[0]!.selected, { before: ['field/b0'], after: ['field/a1'] });
  }
});

test('typed and taken back, nothing was done; what lay before it stays', () => {
  const olds = [entry(-9, undefined), entry(-8, undefined)];
  for (const [from, to] of [
    ['a', 'b'],
    [undefined, 'b'],
  ] as const) {
    const history = record({ done: olds, undone: [] }, entry(0, 'k', set(from, to)));
    assert.deepEqual(names(record(history, entry(1, 'k', set(to, from)))), [['at -9', 'at -8'], []]);
  }
});

test('before anything is done, nothing is', () => {
  assert.deepEqual(noHistory, { done: [], undone: [] });
});

test('undone from the last to the first, done again from the first to the last', () => {
  let history: History = { done: [entry(0, undefined), entry(1, undefined), entry(2, undefined)], undone: [] };
  const whole = history;
  const walk = (step: typeof undoOf): string[] => {
    const seen: string[] = [];
    for (let one = step(history); one; one = step(history)) {
      seen.push(one.entry.command);
      history = one.history;
    }
    return seen;
  };
  assert.deepEqual(walk(undoOf), ['at 2', 'at 1', 'at 0']);
  assert.deepEqual(names(history), [[], ['at 2', 'at 1', 'at 0']]);
  assert.deepEqual(walk(redoOf), ['at 0', 'at 1', 'at 2']);
  assert.deepEqual(history, whole);
});

test('undo turns the changes round, the last first; redo takes them as they were', () => {
  const changes: Change[] = [
    set('a', 'b'),
    { op: 'insert', path: ['form'], index: 0, value: 1 },
    { op: 'remove', path: ['form'], index: 1, value: 2 },
    set(undefined, 'c', 'hint'),
  ];
  const one = entry(0, undefined, ...changes);
  assert.deepEqual(undoOf({ done: [one], undone: [] })!.changes, [
    set('c', undefined, 'hint'),
    { op: 'insert', path: ['form'], index: 1, value: 2 },
    { op: 'remove', path: ['form'], index: 0, value: 1 },
    set('b', 'a'),
  ]);
  assert.deepEqual(redoOf({ done: [], undone: [one] })!.changes, changes);
});

test('what is typed right after a redo is an entry of its own', () => {
  const again = redoOf(undoOf({ done: [first], undone: [] })!.history)!;
  assert.deepEqual(names(record(again.history, typing(1))), [['at 0', 'at 1'], []]);
});

test('so much is kept: the oldest go, the last one stays however large it is', () => {
  assert.equal(mostKept, 8 * 1024 * 1024, 'half of what the county takes at once');
  const most = 30_000;
  const add = (history: History, edit: Entry) => record(history, edit, most);
  // Three bytes to a character.
  const large = (ms: number, share: number) => entry(ms, undefined, set('a', '字'.repeat((most / 3) * share)));
  let history = noHistory;
  for (let ms = 0; ms < 10; ms += 1) history = add(history, large(ms, 0.3));
  assert.deepEqual(names(history)[0], ['at 7', 'at 8', 'at 9']);
  assert.deepEqual(names(add(history, large(10, 1.5)))[0], ['at 10']);
  history = add(history, entry(11, 'k', set('b', 'y'.repeat(most * 0.2))));
  history = add(history, entry(12, 'k', set('y', 'z'.repeat(most * 0.5))));
  assert.deepEqual(names(history)[0], ['at 9', 'at 12'], 'what typing comes to counts too');
  const room = most / 2 - Buffer.byteLength(JSON.stringify(entry(1, undefined, set('a', ''))));
  const [one, other, larger] = [1, 2, 2].map((ms, at) =>
    entry(ms, undefined, set('a', 'x'.repeat(room + Number(at === 2)))),
  ) as [Entry, Entry, Entry];
  assert.equal(add({ done: [one], undone: [] }, other).done.length, 2, 'to the last byte');
  assert.equal(add({ done: [one], undone: [] }, larger).done.length, 1);
  const { done } = add({ done: [first], undone: [] }, press);
  assert.equal(add({ done, undone: [] }, entry(2, undefined)).done[0], first, 'what there is room for stays as it is');
});

test('an edit of a session is told in both languages, with its time, its command and what was selected', () => {
  const clock = new HandClock();
  const session = new EditingSession(reliefDocument, clock);
  session.select(['field/email', 'field/none']);
  clock.pass(1000);
  session.run(setProperty, { of: 'field/email', key: 'label', value: { 'zh-Hant': '信箱', en: '' } });
  const [done] = session.history.done;
  assert.deepEqual([done!.command, done!.at], ['set-property', at(1000)]);
  assert.deepEqual(done!.words, {
    'zh-Hant': '修改題目「信箱」的題目文字',
    en: 'Changed the label of question "信箱"',
  });
  assert.deepEqual(done!.selected, { before: ['field/email'], after: ['field/email'] });
  assert.equal(session.undo(), done);
  assert.equal(session.undo(), undefined);
  assert.equal(session.redo(), done);
  assert.equal(session.redo(), undefined);
});
