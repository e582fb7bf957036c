import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPublish } from '#schemas/publish/check-publish.ts';
import { isPlaceholder } from '#schemas/publish/placeholders.ts';
import { fixCommand } from '../features/publish/fix-command.ts';
import { isRefusal } from '../model/command.ts';
import { EditingSession } from '../model/session.ts';
import { noDocument } from '../testing/documents.ts';
import { palette } from '../testing/palette.ts';
import { addMapped } from './add-mapped.ts';
import { addQuestion } from './add-question.ts';
import { addSection, addStep } from './add-part.ts';
import { newQuestion } from './shared/question.ts';

const person = palette.find(({ id }) => id === 'API.7QovE2Gev6')!;
const to = { parent: 'section/section1', index: 0 } as const;
const started = () => new EditingSession(noDocument, { now: () => new Date('2026-11-23T01:00:00Z') });
const identity = (session: EditingSession) =>
  checkPublish({ document: session.document }, undefined).tasks.filter(({ code }) =>
    ['nobody-named', 'identity-half', 'identity-optional'].includes(code),
  );

test('what the list offers puts it right, once', () => {
  const session = started();
  session.run(addMapped, { dataset: person, paths: ['$.household_address'], to });
  const [task] = identity(session);
  assert.equal(task!.code, 'nobody-named');
  assert.equal(task!.level, 'blocks');
  const outcome = session.run(fixCommand(task!.fix!)!, undefined);
  assert.ok(!isRefusal(outcome));
  assert.deepEqual(identity(session), []);
  const [name, id] = session.document.form.steps[0]!.sections[0]!.fields;
  assert.deepEqual([name!.required, id!.required], [true, true]);
  assert.equal(name!.fill?.from[0]?.path, '$.person_name');
});

test('mapped from a dataset, who applies is required, and others are not', () => {
  const session = started();
  const paths = ['$.person_name', '$.person_id', '$.birth_date', '$.spouse_name', '$.household_head_id'];
  session.run(addMapped, { dataset: person, paths, to });
  const { fields } = session.document.form.steps[0]!.sections[0]!;
  assert.deepEqual(
    fields.map(({ required }) => required ?? false),
    [true, true, true, false, false],
  );
  assert.deepEqual(identity(session), []);
});

test('what the builder calls new parts does not get to residents', () => {
  const session = started();
  session.run(addStep, { index: 1 });
  session.run(addSection, { step: 'step/step1', index: 1 });
  for (const type of ['text', 'long-text', 'number', 'choice', 'file', 'group'] as const) {
    session.run(addQuestion, { type, to });
    assert.ok(isPlaceholder(newQuestion(type, 'a').label['zh-Hant']), type);
  }
  const places = checkPublish({ document: session.document }, undefined).tasks.flatMap(({ code, at }) =>
    code === 'placeholder' ? [`${at?.part} ${at?.key}`] : [],
  );
  for (const place of [
    'step/step2 title',
    'section/section2 title',
    'field/question1 label',
    'field/question4 options',
  ])
    assert.ok(places.includes(place), `${place} in ${places.join()}`);
});
