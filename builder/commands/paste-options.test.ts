import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChoiceField, Condition, Option } from '#schemas/form/definition.ts';
import { mostOptions } from '#schemas/form/form-budget.ts';
import { isRefusal } from '../model/command.ts';
import { openDocument, type BuilderDocument } from '../model/document.ts';
import { findField } from '../model/locate.ts';
import { EditingSession } from '../model/session.ts';
import { noDocument } from '../testing/documents.ts';
import { pasteOptions, pasteTranslations } from './paste-options.ts';
import { newQuestion } from './shared/question.ts';
import { readList } from './shared/read-list.ts';

const option = (value: string, zh: string, en = ''): Option => ({ value, label: { 'zh-Hant': zh, en } });
const withOptions = (options: readonly Option[], show?: Condition): BuilderDocument => {
  const [step] = noDocument.form.steps;
  const [section] = step!.sections;
  const fields = [
    { ...newQuestion('choice', 'kind'), options },
    { ...newQuestion('text', 'other'), ...(show ? { show } : {}) },
  ];
  const steps = [{ ...step!, sections: [{ ...section!, fields }] }];
  return openDocument({ ...noDocument, form: { ...noDocument.form, steps } });
};
const pastedInto = (document: BuilderDocument, at: number, text: string, language: 'zh-Hant' | 'en' = 'zh-Hant') => {
  const session = new EditingSession(document, { now: () => new Date('2026-11-23T01:00:00Z') });
  const outcome = session.run(pasteOptions, { question: 'field/kind', at, items: readList(text), language });
  const { options } = findField(session.document, 'field/kind')!.part as ChoiceField;
  return { session, outcome, options, labels: options.map(({ label }) => label['zh-Hant']) };
};
const real = [option('a', '是'), option('b', '否'), option('c', '不知道')];

test('what stands there stays, the list stands behind the option, and one undo takes it back', () => {
  const document = withOptions(real);
  const { session, options, labels } = pastedInto(document, 0, '1. 甲\r\n2. 乙\r\n');
  assert.deepEqual(labels, ['是', '甲', '乙', '否', '不知道']);
  assert.equal(new Set(options.map(({ value }) => value)).size, 5);
  assert.equal(session.history.done.length, 1);
  session.undo();
  assert.deepEqual(session.document, document);
});

test('in the place of what nobody has written; what a condition asks for stays', () => {
  const placeholders = newQuestion('choice', 'kind').options;
  const fresh = pastedInto(withOptions(placeholders), 0, '甲\n乙\n丙');
  assert.deepEqual(fresh.labels, ['甲', '乙', '丙']);
  assert.equal(fresh.options[0]!.value, 'option1');
  const asked = pastedInto(withOptions(placeholders, { '==': [{ var: 'kind' }, 'option2'] }), 0, '甲\n乙\n丙');
  assert.deepEqual(asked.labels, ['甲', '乙', '丙', '選項二']);
  assert.deepEqual(pastedInto(withOptions([...real, option('option4', '')]), 3, '甲\n乙').labels, [
    ...['是', '否', '不知道'],
    ...['甲', '乙'],
  ]);
  assert.deepEqual(pastedInto(withOptions([...real, ...placeholders]), 2, '甲\n乙').labels, [
    ...['是', '否', '不知道', '甲', '乙'],
    ...['選項一', '選項二'],
  ]);
});

test('doubles are told by name and not added', () => {
  const { outcome, labels } = pastedInto(withOptions(real), 2, '否\n甲\n甲 \n乙');
  assert.deepEqual(labels, ['是', '否', '不知道', '甲', '乙']);
  assert.ok(!isRefusal(outcome));
  assert.match(outcome.told!['zh-Hant'], /貼上 2 個選項；「否」「甲」已經有了，沒有重複加入/);
  const none = pastedInto(withOptions(real), 0, '是\n否');
  assert.ok(isRefusal(none.outcome));
  assert.match(none.outcome.refused['zh-Hant'], /沒有新的選項；「是」「否」已經有了/);
  assert.deepEqual(none.labels, ['是', '否', '不知道']);
});

test('as many as a question may have, and it says so', () => {
  const many = Array.from({ length: mostOptions + 5 }, (_one, n) => `第${n}項`).join('\n');
  const { outcome, labels } = pastedInto(withOptions(real), 2, many);
  assert.equal(labels.length, mostOptions);
  assert.match((outcome as { told?: { 'zh-Hant': string } }).told!['zh-Hant'], /最多 1,000 個選項，後面 8 個沒有加入/);
});

test('both languages from two columns; in the English builder, English', () => {
  const { options } = pastedInto(withOptions(real), 2, '甲\tFirst\n乙\tSecond');
  assert.deepEqual(
    options.slice(3).map(({ label }) => label),
    [
      { 'zh-Hant': '甲', en: 'First' },
      { 'zh-Hant': '乙', en: 'Second' },
    ],
  );
  assert.deepEqual(pastedInto(withOptions(real), 2, 'First\nSecond', 'en').options[3]!.label, {
    'zh-Hant': '',
    en: 'First',
  });
});

test('a list of English fills option after option', () => {
  const session = new EditingSession(withOptions(real), { now: () => new Date('2026-11-23T01:00:00Z') });
  session.run(pasteTranslations, { question: 'field/kind', at: 1, items: readList('No\nNot known\nMore') });
  const { options } = findField(session.document, 'field/kind')!.part as ChoiceField;
  assert.deepEqual(
    options.map(({ label }) => label.en),
    ['', 'No', 'Not known'],
  );
});
