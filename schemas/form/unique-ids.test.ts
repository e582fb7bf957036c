import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkDefinition } from './check-definition.ts';
import type { Condition, Field, FormDefinition } from './definition.ts';
import { field, say, stepsOf } from './testing/form-of.ts';
import { allFieldsWithPaths } from './with-paths.ts';
import { withUniqueIds, wordsOfRenamed } from './unique-ids.ts';

const answered = (id: string): Condition => ({ '!!': { var: id } });
const text = (id: string, label: string, show?: Condition): Field =>
  field(id, { type: 'text', label: say(label), ...(show ? { show } : {}) });
const shows = (form: FormDefinition) =>
  Object.fromEntries(allFieldsWithPaths(form).map(({ field: { id, show } }) => [id, show]));
const twice = (form: FormDefinition) =>
  checkDefinition(form, Infinity).filter(({ code }) =>
    ['duplicate-id', 'duplicate-option', 'reserved-id'].includes(code),
  );

describe('ids of their own', () => {
  test('of two halves each rule follows its own', () => {
    const half = (name: string) => ({
      fields: [
        text('question1', `${name}一`),
        text('question2', `${name}二`, answered('question1')),
        field('group', {
          type: 'group',
          rowTitle: say('列'),
          maxRows: 3,
          fields: [
            field('inner', { type: 'number', label: say(`${name}內`) }),
            text('question3', `${name}三`, answered('inner')),
          ],
        }),
        field('sum', { type: 'number', label: say(`${name}和`), calculate: { sum: [{ var: 'group' }, 'inner'] } }),
      ],
    });
    const { form, renamed } = withUniqueIds(stepsOf(half('甲'), half('乙')));
    assert.deepEqual(twice(form), []);
    const show = shows(form);
    assert.deepEqual(show['question2'], answered('question1'));
    const ids = renamed.map(({ to }) => to);
    assert.deepEqual(ids, ['question4', 'question5', 'group2', 'inner2', 'question6', 'sum2']);
    assert.deepEqual([show['question5'], show['question6']], [answered('question4'), answered('inner2')]);
    const sum = allFieldsWithPaths(form).find(({ field: { id } }) => id === 'sum2')!.field;
    assert.deepEqual('calculate' in sum && sum.calculate, { sum: [{ var: 'group2' }, 'inner2'] });
    assert.match(wordsOfRenamed(renamed[0]!)['zh-Hant'], /題目「乙一」的代號「question1」重複，改為「question4」/);
  });

  test('a rule in a group means the question of the group', () => {
    const { form } = withUniqueIds(
      stepsOf({
        fields: [
          text('a', '外'),
          field('rows', {
            type: 'group',
            rowTitle: say('列'),
            maxRows: 3,
            fields: [text('a', '內'), text('b', '乙', answered('a'))],
          }),
          text('c', '丙', answered('a')),
        ],
      }),
    );
    assert.deepEqual([shows(form)['b'], shows(form)['c']], [answered('a2'), answered('a')]);
  });

  test('options, roles, ends, steps and reserved names too', () => {
    const option = { value: 'x', label: say('x') };
    const form = stepsOf({
      fields: [field('constructor', { type: 'choice', as: 'radio', options: [option, option] })],
    });
    const [step] = form.steps;
    const end = { id: 'end', when: answered('constructor'), title: say('止'), text: say('止') };
    const role = { id: 'person1', title: say('家人') };
    const given = { ...form, steps: [step!, step!], roles: [...form.roles, role, role], ends: [end, end] };
    const unique = withUniqueIds(given);
    assert.deepEqual(twice(unique.form), []);
    assert.deepEqual(new Set(unique.renamed.map(({ kind }) => kind)).size, 6);
  });

  test('any form: unique, nothing else changed, each rule means a question of its level where there is one', () => {
    const id = fc.constantFrom('a', 'b', 'question1', 'toString');
    const plain = fc
      .tuple(id, fc.option(id, { nil: undefined }))
      .map(([one, of]) => text(one, '題', of === undefined ? undefined : answered(of)));
    const any = fc.oneof(
      plain,
      fc
        .tuple(id, fc.array(plain, { maxLength: 3 }))
        .map(([one, fields]) => field(one, { type: 'group', rowTitle: say('列'), maxRows: 3, fields })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(any, { maxLength: 4 }), { maxLength: 3 }), (steps) => {
        const given = stepsOf(...steps.map((fields) => ({ fields })));
        const { form, renamed } = withUniqueIds(given);
        assert.deepEqual(twice(form), []);
        assert.equal(renamed.length > 0, twice(given).length > 0);
        if (!renamed.length) assert.equal(form, given);
        assert.deepEqual(withUniqueIds(form).renamed, []);
        const dangling = (one: FormDefinition) =>
          checkDefinition(one, Infinity).filter(({ code }) => code === 'unknown-field').length;
        assert.ok(dangling(form) <= dangling(given));
      }),
    );
  });
});
