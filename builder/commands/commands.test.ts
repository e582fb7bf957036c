import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import { applyChanges } from '../model/change.ts';
import { isRefusal, type Edit, type Outcome, type Refusal } from '../model/command.ts';
import { asJson, openDocument, type BuilderDocument } from '../model/document.ts';
import { find, findField, type Ref } from '../model/locate.ts';
import { noDocument } from '../testing/documents.ts';
import { palette } from '../testing/palette.ts';
import { addMapped } from './add-mapped.ts';
import { addQuestions } from './add-questions.ts';
import { changeType } from './change-type.ts';
import { mapQuestion } from './map-question.ts';
import { move } from './move.ts';
import { duplicate, paste } from './paste.ts';
import { remove } from './remove.ts';
import { rename } from './rename.ts';
import type { Around } from './shared/fresh-copy.ts';
import { readLine } from './shared/read-line.ts';

const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const question = (id: string, more: Partial<Field> & { type?: Field['type'] } = {}): Field =>
  ({ id, type: 'text', label: text(id), ...more }) as Field;
const yes = { type: 'choice', as: 'radio', options: [{ value: 'y', label: text('是') }] } as const;

const withFields = (...fields: readonly Field[]): BuilderDocument =>
  openDocument({
    ...noDocument,
    form: {
      ...noDocument.form,
      steps: [
        {
          id: 'step1',
          title: text('一'),
          sections: [
            { id: 'section1', title: text('甲'), fields },
            { id: 'section2', title: text('乙'), fields: [] },
          ],
        },
        { id: 'step2', title: text('二'), sections: [{ id: 'section3', title: text('丙'), fields: [] }] },
      ],
    } as FormDefinition,
  });

const after = (document: BuilderDocument, outcome: Outcome): BuilderDocument => {
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? outcome.refused['zh-Hant'] : '');
  return applyChanges(asJson(document), (outcome as Edit).changes) as unknown as BuilderDocument;
};
const refused = (outcome: Outcome): Refusal => {
  assert.ok(isRefusal(outcome), 'it is refused');
  assert.ok(outcome.refused['zh-Hant'] && outcome.refused.en);
  return outcome;
};
const field = (document: BuilderDocument, id: string) => findField(document, `field/${id}`)!.part;
const ids = (document: BuilderDocument, ref: Ref): string[] =>
  ((find(document, ref)!.part as { fields: readonly Field[] }).fields ?? []).map(({ id }) => id);
const dataset = (id: string) => palette.find((one) => one.id === id)!;
const person = dataset('API.7QovE2Gev6');
const household = dataset('API.UDauDOLyZg');
const accidents = dataset('API.lTmgSxSLRf');
const end = (document: BuilderDocument, parent: Ref = 'section/section1') => ({
  parent,
  index: ids(document, parent).length,
});

test('remove: what others ask about is refused by name; with its conditions it goes', () => {
  const document = withFields(question('asked', yes), question('then', { show: { '==': [{ var: 'asked' }, 'y'] } }));
  const refusal = refused(remove.run(document, { refs: ['field/asked'] }));
  assert.equal(refusal.code, 'in-use');
  assert.match(refusal.refused['zh-Hant'], /then/);
  assert.deepEqual(refusal.because, ['field/then']);
  const gone = after(document, remove.run(document, { refs: ['field/asked'], withConditions: true }));
  assert.deepEqual(ids(gone, 'section/section1'), ['then']);
  assert.equal(field(gone, 'then').show, undefined);
  assert.equal(
    ids(after(document, remove.run(document, { refs: ['field/asked', 'field/then'] })), 'section/section1').length,
    0,
  );
});

test('remove: selects what took the place; the last step stays', () => {
  const document = withFields(question('a'), question('b'), question('c'));
  assert.deepEqual((remove.run(document, { refs: ['field/b'] }) as Edit).select, ['field/c']);
  assert.deepEqual((remove.run(document, { refs: ['field/c'] }) as Edit).select, ['field/b']);
  assert.equal(refused(remove.run(document, { refs: ['step/step1', 'step/step2'] })).code, 'last-step');
  assert.equal(refused(remove.run(document, { refs: ['field/none'] })).code, 'gone');
});

test('move: several keep their order, between sections and steps', () => {
  const document = withFields(question('a'), question('b'), question('c'), question('d'));
  const moved = after(
    document,
    move.run(document, { refs: ['field/c', 'field/a'], to: { parent: 'section/section3', index: 0 } }),
  );
  assert.deepEqual(ids(moved, 'section/section3'), ['a', 'c']);
  const within = after(
    document,
    move.run(document, { refs: ['field/a', 'field/b'], to: { parent: 'section/section1', index: 4 } }),
  );
  assert.deepEqual(ids(within, 'section/section1'), ['c', 'd', 'a', 'b']);
  assert.deepEqual(
    (move.run(document, { refs: ['field/b'], to: { parent: 'section/section1', index: 2 } }) as Edit).changes,
    [],
  );
});

test('move: into and out of groups only what holds there too', () => {
  const group = question('rows', {
    type: 'group',
    rowTitle: text('筆'),
    maxRows: 5,
    fields: [question('inner')],
  } as Partial<Field>);
  const document = withFields(
    group,
    question('plain'),
    question('tied', { fill: { policy: 'confirm', from: [{ dataset: person.id, path: '$.person_name' }] } }),
    question('file', { type: 'file', accept: [], maxBytes: 1, maxFiles: 1 } as Partial<Field>),
  );
  const into = { parent: 'field/rows', index: 0 } as const;
  assert.deepEqual(ids(after(document, move.run(document, { refs: ['field/plain'], to: into })), 'field/rows'), [
    'plain',
    'inner',
  ]);
  assert.deepEqual((move.run(document, { refs: ['field/plain'], to: into }) as Edit).select, ['field/rows.plain']);
  assert.equal(refused(move.run(document, { refs: ['field/tied'], to: into })).code, 'across-groups');
  assert.equal(refused(move.run(document, { refs: ['field/file'], to: into })).code, 'nested-group');
  assert.equal(refused(move.run(document, { refs: ['field/plain', 'section/section2'], to: into })).code, 'mixed');
  assert.equal(refused(move.run(document, { refs: ['step/step1'], to: into })).code, 'wrong-place');
});

test('change-type: what both types have stays, what only the old one has goes', () => {
  const document = withFields(question('a', { required: true, hint: text('說明'), maxLength: 5 } as Partial<Field>));
  const changed = field(after(document, changeType.run(document, { question: 'field/a', type: 'number' })), 'a');
  assert.deepEqual(
    { type: changed.type, required: changed.required, hint: changed.hint },
    { type: 'number', required: true, hint: text('說明') },
  );
  assert.ok(!('maxLength' in changed));
  assert.equal(refused(changeType.run(document, { question: 'field/a', type: 'group' })).code, 'other-kind');
});

test('paste: fresh ids, conditions among the pasted follow, foreign ones stay behind and it says so', () => {
  const document = withFields(question('a'));
  const parts = [
    question('a', yes),
    question('b', { show: { '==': [{ var: 'a' }, 'y'] } }),
    question('c', { show: { '==': [{ var: 'elsewhere' }, 'y'] } }),
  ];
  const outcome = paste.run(document, {
    clip: { format: 'mydata-form-parts-1', kind: 'field', parts },
    to: end(document),
  });
  const pasted = after(document, outcome);
  assert.deepEqual(ids(pasted, 'section/section1'), ['a', 'a2', 'b', 'c']);
  assert.deepEqual(field(pasted, 'b').show, { '==': [{ var: 'a2' }, 'y'] });
  assert.equal(field(pasted, 'c').show, undefined);
  assert.match((outcome as Edit).words['zh-Hant'], /1 個顯示條件/);
});

test('paste: rules follow where new ids are those of other copied questions, and no other form’s question is meant', () => {
  const asks = (id: string) => ({ show: { '!!': { var: id } } });
  const document = withFields(question('question1'), question('question3'));
  const parts = [
    question('question1'),
    question('question2', asks('question1')),
    question('question4', asks('question2')),
    question('question5', asks('question3')),
  ];
  const at = (around: Around | undefined) =>
    paste.run(document, {
      clip: { format: 'mydata-form-parts-1', kind: 'field', parts, ...(around ? { around } : {}) },
      to: end(document),
    });
  const here = after(document, at(undefined));
  const [, , one, two, three, four] = ids(here, 'section/section1') as [string, string, string, string, string, string];
  assert.equal(one, 'question2');
  assert.deepEqual(field(here, two).show, asks(one).show);
  assert.deepEqual(field(here, three).show, asks(two).show);
  assert.deepEqual(field(here, four).show, asks('question3').show);
  const elsewhere = after(document, at({ question3: { type: 'number', label: text('歲數') } }));
  assert.equal(field(elsewhere, four).show, undefined);
  const same = after(document, at({ question3: { type: 'text', label: text('question3') } }));
  assert.deepEqual(field(same, four).show, asks('question3').show);
});

test('duplicate: behind the original, of one kind only', () => {
  const document = withFields(question('a'), question('b'));
  assert.deepEqual(ids(after(document, duplicate.run(document, { refs: ['field/a'] })), 'section/section1'), [
    'a',
    'a2',
    'b',
  ]);
  assert.equal(refused(duplicate.run(document, { refs: ['field/a', 'step/step2'] })).code, 'mixed');
});

test('rename: conditions follow; ids are unique and plain', () => {
  const document = withFields(question('a', yes), question('b', { show: { '==': [{ var: 'a' }, 'y'] } }));
  assert.deepEqual(field(after(document, rename.run(document, { ref: 'field/a', id: 'first' })), 'b').show, {
    '==': [{ var: 'first' }, 'y'],
  });
  assert.equal(refused(rename.run(document, { ref: 'field/a', id: 'b' })).code, 'duplicate-id');
  for (const id of ['1a', '中文', 'a b', 'constructor'])
    assert.equal(refused(rename.run(document, { ref: 'field/a', id })).code, 'bad-id');
});

test('add-mapped: typed by what the field holds', () => {
  const document = withFields();
  const added = (set: typeof person, path: string) => {
    const outcome = addMapped.run(document, { dataset: set, paths: [path], to: end(document) });
    return field(after(document, outcome), (outcome as Edit).select![0]!.slice(6));
  };
  assert.equal(added(person, '$.person_id').type, 'national-id');
  assert.equal(added(person, '$.person_id').fill?.policy, 'locked');
  assert.equal(added(person, '$.birth_date').type, 'roc-date');
  assert.deepEqual(added(person, '$.household_address').fill?.from[0]?.transforms, [{ use: 'address-parts' }]);
  const moment = accidents.fields.find(({ type }) => type === 'date-time')!;
  const list = accidents.fields.find(({ path, type }) => type === 'list' && moment.path.startsWith(`${path}[*]`))!;
  const rows = added(accidents, list.path);
  assert.equal(rows.type, 'group');
  const day =
    rows.type === 'group' &&
    rows.fields.find((one) => one.fill?.from[0]?.path === `$${moment.path.slice(list.path.length + 3)}`);
  assert.ok(day && day.type === 'roc-date');
  assert.deepEqual(day.fill?.from[0]?.transforms, [{ use: 'day-of' }]);
  const chosen = palette.flatMap((set) =>
    set.fields.flatMap((one) => (one.options?.length && !one.path.includes('[*]') ? [{ set, one }] : [])),
  )[0];
  if (chosen) {
    const choice = added(chosen.set, chosen.one.path);
    assert.equal(choice.type, 'choice');
    assert.deepEqual(choice.type === 'choice' && choice.options.map(({ value }) => value), chosen.one.options);
  }
});

test('add-mapped: of a list of persons outside a group, the own row; inside, relative to the row', () => {
  const document = withFields();
  const name = addMapped.run(document, { dataset: household, paths: ['$.members[*].person_name'], to: end(document) });
  const [own] = (name as Edit).select!;
  assert.equal(field(after(document, name), own!.slice(6)).fill?.from[0]?.path, '$.self.person_name');
  const rows = addMapped.run(document, {
    dataset: household,
    paths: ['$.members', '$.members[*].person_name'],
    to: end(document),
  });
  const made = after(document, rows);
  const group = findField(made, (rows as Edit).select![0]!)!.part;
  assert.ok(group.type === 'group' && group.rows?.from[0]?.path === '$.members[*]');
  assert.equal(group.type === 'group' && group.fields[0]?.fill?.from[0]?.path, '$.person_name');
  const inside = { parent: (rows as Edit).select![0]!, index: 0 };
  assert.equal(refused(addMapped.run(made, { dataset: person, paths: ['$.person_name'], to: inside })).code, 'rows');
});

test('map-question: refused with the reason, and with the way out', () => {
  const document = withFields(
    question('when', { type: 'roc-date' }),
    question('text'),
    question('many', { type: 'number' }),
    question('sure', { type: 'declaration', statement: text('x') } as Partial<Field>),
  );
  const map = (id: string, path: string, set = person) =>
    mapQuestion.run(document, { question: `field/${id}`, dataset: set, path });

  const clash = refused(map('when', '$.person_name'));
  assert.equal(clash.code, 'type-clash');
  assert.match(clash.fix!.words['zh-Hant'], /單行文字/);
  const fixed = field(after(document, clash.fix!.run(document)), 'when');
  assert.equal(fixed.type, 'text');
  assert.equal(fixed.fill?.from[0]?.path, '$.person_name');

  const list = refused(map('text', '$.register_notes'));
  assert.equal(list.code, 'needs-transform');
  assert.ok(field(after(document, list.fix!.run(document)), 'text').fill?.from[0]?.transforms?.length);
  assert.equal(refused(map('many', '$.register_notes')).code, 'needs-transform');

  const never = refused(map('sure', '$.person_name'));
  assert.equal(never.code, 'fill-type');
  assert.equal(ids(after(document, never.fix!.run(document)), 'section/section1').length, 5);

  const filled = after(document, map('text', '$.person_name'));
  assert.equal(
    refused(mapQuestion.run(filled, { question: 'field/text', dataset: person, path: '$.person_name' })).code,
    'mapped-already',
  );
  assert.equal(
    field(
      after(filled, mapQuestion.run(filled, { question: 'field/text', dataset: person, path: '$.father_name' })),
      'text',
    ).fill?.from.length,
    2,
  );
});

test('lines become questions of the type that their words say', () => {
  const types: readonly (readonly [string, string])[] = [
    ['聯絡電話', 'phone'],
    ['2. 電子郵件', 'email'],
    ['出生日期', 'roc-date'],
    ['通訊地址', 'address'],
    ['身分證字號', 'national-id'],
    ['同住人數', 'number'],
    ['申請原因', 'long-text'],
    ['領取方式：匯款／支票', 'choice'],
    ['是否領有其他補助', 'choice'],
    ['撥款帳戶', 'bank-account'],
    ['職業', 'text'],
  ];
  for (const [line, type] of types) assert.equal(readLine(line)?.type, type, line);
  assert.deepEqual(readLine('（3）領取方式：匯款、支票 *'), {
    type: 'choice',
    label: '領取方式',
    options: ['匯款', '支票'],
    required: true,
  });
  assert.equal(readLine('  '), undefined);
  const document = withFields();
  assert.equal(refused(addQuestions.run(document, { questions: [], to: end(document) })).code, 'no-lines');
  const made = after(
    document,
    addQuestions.run(document, { questions: [readLine('職業')!, readLine('電話')!], to: end(document) }),
  );
  assert.deepEqual(ids(made, 'section/section1').length, 2);
});
