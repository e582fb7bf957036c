import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../taiwan/formats.ts';
import { answersSchema } from './answers-schema.ts';
import type { Field, FormDefinition } from './definition.ts';
import type { AnswerValue } from './answers.ts';
import { answersEngine } from './engine.ts';
import { field, formOf, say, stepsOf } from './testing/form-of.ts';
import { verdicts } from './testing/verdicts.ts';
import { notAfterToday } from './today.ts';

const frozen = { now: () => Date.UTC(2026, 10, 23, 15, 30) };
const engine = () => answersEngine({ ...formats, 'not-after-today': notAfterToday(frozen) });
const accepts = (definition: FormDefinition, answers: { readonly [id: string]: AnswerValue }): boolean =>
  engine().compile(answersSchema(definition))(answers);

for (const { what, field: rest, good, bad } of verdicts) {
  test(what, () => {
    const validate = engine().compile(answersSchema(formOf(field('a', rest))));
    for (const value of good) assert.equal(validate({ a: value }), true, JSON.stringify([value, validate.errors]));
    for (const value of bad) assert.equal(validate({ a: value }), false, JSON.stringify(value));
    assert.equal(validate({}), true);
  });
}

test('today is Taiwan’s, and it passes', () => {
  const form = formOf(field('a', { type: 'roc-date', latest: 'today' }));
  assert.equal(accepts(form, { a: '2026-11-23' }), true);
  assert.equal(accepts(form, { a: '2026-11-24' }), false);
  // 16:30 UTC is half past midnight of the next day in Taiwan.
  const later = answersEngine({
    ...formats,
    'not-after-today': notAfterToday({ now: () => Date.UTC(2026, 10, 23, 16, 30) }),
  });
  assert.equal(later.compile(answersSchema(form))({ a: '2026-11-24' }), true);
});

test('evidence is never answered, unknown keys are refused', () => {
  const form = formOf(field('a', { type: 'evidence', dataset: 'API.7QovE2Gev6' }), field('b', { type: 'text' }));
  assert.equal(accepts(form, { b: 'x' }), true);
  assert.equal(accepts(form, { a: 'x' }), false);
  assert.equal(accepts(form, { c: 'x' }), false);
  assert.equal(accepts(form, JSON.parse('{"__proto__": 1}')), false);
});

const choice = (id: string): Field =>
  field(id, {
    type: 'choice',
    as: 'radio',
    options: [
      { value: 'y', label: say('y') },
      { value: 'n', label: say('n') },
    ],
  });
const yes = (id: string) => ({ '==': [{ var: id }, 'y'] });

test('a required question is required exactly while step, section and field are shown', () => {
  const asked = field('a', { type: 'text', required: true, show: yes('f') });
  const form = stepsOf(
    { fields: [choice('s'), choice('t'), choice('f')] },
    { show: yes('s'), sectionShow: yes('t'), fields: [asked] },
  );
  for (const s of ['y', 'n']) {
    for (const t of ['y', 'n']) {
      for (const f of ['y', 'n']) {
        const shown = s + t + f === 'yyy';
        assert.equal(accepts(form, { s, t, f }), !shown, s + t + f);
        assert.equal(accepts(form, { s, t, f, a: 'x' }), shown, s + t + f);
      }
    }
  }
});

test('inner fields follow their row', () => {
  const group = field('g', {
    type: 'group',
    rowTitle: say('row'),
    maxRows: 2,
    fields: [choice('f'), field('a', { type: 'text', required: true, show: yes('f') })],
  });
  const form = formOf(group);
  assert.equal(accepts(form, { g: [{ f: 'y', a: 'x' }, { f: 'n' }] }), true);
  assert.equal(accepts(form, { g: [{ f: 'y' }] }), false);
  assert.equal(accepts(form, { g: [{ f: 'n', a: 'x' }] }), false);
  assert.equal(accepts(form, { g: [{}, {}, {}] }), false);
  assert.equal(accepts(form, { g: [{ b: 'x' }] }), false);
});
