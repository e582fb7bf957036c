import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../taiwan/formats.ts';
import { answersSchema } from './answers-schema.ts';
import type { Answers } from './answers.ts';
import { answersEngine } from './engine.ts';
import { fieldErrors } from './field-errors.ts';
import { field, formOf, say } from './testing/form-of.ts';

const form = formOf(
  field('name', { type: 'text', required: true }),
  field('members', {
    type: 'group',
    rowTitle: say('member'),
    maxRows: 3,
    fields: [field('memberName', { type: 'text', required: true }), field('lives', { type: 'address' })],
  }),
  field('home', { type: 'address' }),
  field('papers', { type: 'file', accept: ['application/pdf'], maxBytes: 10, maxFiles: 1 }),
  field('why', { type: 'text', required: true, show: { var: 'home' } }),
);
const validate = answersEngine(formats).compile(answersSchema(form));
const errorsOf = (answers: Answers): readonly string[] => {
  validate(answers);
  return fieldErrors(form, validate.errors ?? []).map(({ field: id, part, keyword }) =>
    [id, part, keyword].filter(Boolean).join(' '),
  );
};

test('errors are of questions, in the form’s order, one for each part', () => {
  const answers = {
    members: [{ memberName: 'a' }, { lives: { county: '嘉義縣', town: '太保市' } }],
    home: { county: '火星縣', town: '太保市', detail: '祥和一路東段1號' },
    papers: [{ id: 'x', name: 'a.pdf', size: 11, type: 'application/pdf' }],
    strange: 'x',
  };
  assert.deepEqual(errorsOf(answers), [
    'name required',
    'members[1].memberName required',
    'members[1].lives detail required',
    'home county format',
    'papers 0/size maximum',
    'why required',
    'strange additionalProperties',
  ]);
});

test('a row that is missing as a whole is the group’s error', () => {
  assert.deepEqual(errorsOf({ name: 'a', members: [] }), ['members minItems']);
});
