import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersSchema } from './answers-schema.ts';
import { calculated } from './calculate.ts';
import { checkDefinition } from './check-definition.ts';
import type { Calculation, Field } from './definition.ts';
import type { Answers } from './answers.ts';
import { answersEngine } from './engine.ts';
import { pruneAnswers, visibleFields } from './reachable.ts';
import { field, formOf, say, stepsOf } from './testing/form-of.ts';

const number = (calculate: Calculation, integer = false) =>
  field('out', { type: 'number', integer, calculate }) as Extract<Field, { type: 'number' }>;
const text = (calculate: Calculation) => field('out', { type: 'text', calculate }) as Extract<Field, { type: 'text' }>;
const of = (calculate: Calculation, answers: Answers = {}) => calculated(number(calculate), answers, '2026-11-23');
const [a, b] = [{ var: 'a' }, { var: 'b' }];

test('the four operators, absent operands as 0, no division by 0', () => {
  assert.equal(of({ '+': [a, b, 1] }, { a: 2, b: 3 }), 6);
  assert.equal(of({ '-': [a, b] }, { a: 2, b: 3 }), -1);
  assert.equal(of({ '*': [a, b, 2] }, { a: 2, b: 3 }), 12);
  assert.equal(of({ '/': [a, b] }, { a: 3, b: 2 }), 1.5);
  assert.equal(of({ '+': [a, b] }, { a: 2 }), 2);
  assert.equal(of({ '+': [a, b] }), 0);
  assert.equal(of({ '+': [a, 1] }, { a: 'no number' }), undefined);
  assert.equal(of({ '/': [a, b] }, { a: 2 }), undefined);
  assert.equal(of({ '+': [0.1, 0.2] }), 0.3);
  assert.equal(of({ '+': [{ var: 'toString' }, { var: 'constructor' }] }), 0);
});

test('sums and counts rows', () => {
  const answers = { rows: [{ money: 100 }, {}, { money: 20.5 }], ticks: ['x', 'y'] };
  assert.equal(of({ sum: [{ var: 'rows' }, 'money'] }, answers), 120.5);
  assert.equal(of({ count: [{ var: 'rows' }] }, answers), 3);
  assert.equal(of({ count: [{ var: 'ticks' }] }, answers), 2);
  assert.equal(of({ sum: [{ var: 'rows' }, 'money'] }), 0);
});

test('full years between dates, and until today', () => {
  const until = (to: string) => of({ years: [a, to] }, { a: '2000-02-29' });
  assert.equal(until('2018-02-28'), 17);
  assert.equal(until('2018-03-01'), 18);
  assert.equal(until('today'), 26);
  assert.equal(of({ years: [a, 'today'] }), undefined);
});

test('chooses by a condition, and rounds where whole numbers are asked', () => {
  const rate = { if: [{ '>=': [a, 65] }, 0.5, 1] };
  assert.equal(of({ '*': [100, rate] }, { a: 70 }), 50);
  assert.equal(of({ '*': [100, rate] }, { a: 7 }), 100);
  assert.equal(calculated(text({ if: [{ '>=': [a, 18] }, '成年', '未成年'] }), { a: 20 }), '成年');
  assert.equal(calculated(text({ '+': [a, 1] }), { a: 1 }), '2');
  assert.equal(calculated(number({ '/': [a, 3] }, true), { a: 5 }), 2);
});

test('never answers with what is no number, and always the same', () => {
  const some = fc.record({ a: fc.double(), b: fc.oneof(fc.double(), fc.constant(undefined)) });
  fc.assert(
    fc.property(some, fc.constantFrom('+', '-', '*', '/'), (answers, operator) => {
      const result = of({ [operator]: [a, b] }, answers as Answers);
      assert.ok(result === undefined || Number.isFinite(result));
      assert.equal(of({ [operator]: [a, b] }, answers as Answers), result);
    }),
  );
});

const form = formOf(
  field('a', { type: 'number' }),
  field('b', { type: 'number', required: true, calculate: { '*': [a, 2] } }),
  field('c', { type: 'text', show: { '>': [b, 10] }, required: true }),
  field('d', { type: 'text', requiredWhen: { '<': [b, 0] } }),
);

test('what was sent for a calculated question counts for nothing', () => {
  assert.deepEqual(pruneAnswers(form, { a: 3, b: 1000 }), { a: 3, b: 6 });
  assert.deepEqual(pruneAnswers(form, { b: 1000 }), { b: 0 });
  assert.deepEqual(
    visibleFields(form, { a: 6 }).map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
});

test('rows calculate by themselves', () => {
  const rows = formOf(
    field('rows', {
      type: 'group',
      rowTitle: say('r'),
      maxRows: 3,
      fields: [field('a', { type: 'number' }), field('twice', { type: 'number', calculate: { '*': [a, 2] } })],
    }),
    field('all', { type: 'number', calculate: { sum: [{ var: 'rows' }, 'twice'] } }),
  );
  assert.deepEqual(checkDefinition(rows), []);
  assert.deepEqual(pruneAnswers(rows, { rows: [{ a: 1, twice: 9 }, { a: 2 }] }), {
    rows: [
      { a: 1, twice: 2 },
      { a: 2, twice: 4 },
    ],
    all: 6,
  });
});

const codes = (...fields: Field[]) => checkDefinition(formOf(...fields)).map(({ code }) => code);

test('finds calculations that can not be', () => {
  const day = field('a', { type: 'roc-date' });
  const good = field('a', { type: 'number' });
  assert.deepEqual(codes(good, number({ '+': [a, 1] })), []);
  assert.deepEqual(codes(day, number({ years: [a, 'today'] })), []);
  assert.deepEqual(codes(good, text({ if: [{ '>': [a, 1] }, 'x', 'y'] })), []);
  assert.deepEqual(codes(day, number({ '+': [a, 1] })), ['calculation-kind']);
  assert.deepEqual(codes(good, number({ years: [a, 'today'] })), ['calculation-kind']);
  assert.deepEqual(codes(good, number({ count: [a] })), ['calculation-kind']);
  assert.deepEqual(codes(good, number('x' as Calculation)), ['calculation-kind']);
  assert.deepEqual(codes(good, number({ '+': [{ var: 'nowhere' }, a] })), ['condition-field']);
  assert.deepEqual(codes(good, number({ '%': [a, 2] })), ['condition']);
  assert.deepEqual(codes(good, number({ '+': [a] })), ['condition']);
  assert.deepEqual(codes(good, number({ if: [{ cat: [1] }, 1, 2] })), ['condition']);
  assert.deepEqual(codes(number({ '+': [a, 1] }), good), ['condition-later']);
  assert.deepEqual(codes(number({ '+': [{ var: 'out' }, 1] })), ['condition-cycle']);
  const filled = { policy: 'locked', from: [{ dataset: 'API.7QovE2Gev6', path: '$.x' }] } as const;
  assert.deepEqual(codes(good, { ...number({ '+': [a, 1] }), fill: filled }), ['calculate-filled']);
});

const verdict = (definition: typeof form, answers: Answers): boolean =>
  answersEngine({ 'roc-iso-date': () => true }).compile(answersSchema(definition))(pruneAnswers(definition, answers));

test('requires where the condition holds, and never what is calculated', () => {
  assert.deepEqual(checkDefinition(form), []);
  assert.equal(verdict(form, { a: 1 }), true);
  assert.equal(verdict(form, {}), true);
  assert.equal(verdict(form, { a: -1 }), false);
  assert.equal(verdict(form, { a: -1, d: 'x' }), true);
  const bad = formOf(field('d', { type: 'text', requiredWhen: { '<': [{ var: 'e' }, 0] } }));
  assert.deepEqual(
    checkDefinition(bad).map(({ code, path }) => [code, path]),
    [['condition-field', '/steps/0/sections/0/fields/0/requiredWhen']],
  );
});

test('an end refuses the answers that it speaks of', () => {
  const end = { id: 'no', when: { '<': [a, 18] }, title: say('no'), text: say('wait') };
  const ending = { ...stepsOf({ fields: [field('a', { type: 'number' })] }), ends: [end] };
  assert.deepEqual(checkDefinition(ending), []);
  assert.equal(verdict(ending, { a: 20 }), true);
  assert.equal(verdict(ending, { a: 2 }), false);
  const bad = { ...ending, ends: [end, { ...end, when: { '==': [{ var: 'z' }, 1] } }] };
  assert.deepEqual(
    checkDefinition(bad).map(({ code, path }) => [code, path]),
    [
      ['duplicate-id', '/ends/1/id'],
      ['condition-field', '/ends/1/when'],
    ],
  );
});
