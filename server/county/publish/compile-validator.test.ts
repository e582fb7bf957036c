import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { answersSchema } from '#schemas/form/answers-schema.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { answersEngine } from '#schemas/form/engine.ts';
import { field, formOf, say } from '#schemas/form/testing/form-of.ts';
import { verdicts } from '#schemas/form/testing/verdicts.ts';
import { notAfterToday } from '#schemas/form/today.ts';
import { formats } from '#schemas/taiwan/formats.ts';
import { compileValidator } from './compile-validator.ts';
import { loadValidator } from './load-validator.ts';

const clock = { now: () => new Date('2026-11-23T15:30:00Z') };

/** Every field of the verdict table in one form, the last ones behind a condition. */
const every: FormDefinition = formOf(
  ...verdicts.map(({ field: rest }, index) => field(`f${index}`, rest)),
  field('more', { type: 'choice', as: 'radio', options: [{ value: 'y', label: say('y') }] }),
  field('detail', { type: 'text', required: true, show: { '==': [{ var: 'more' }, 'y'] } }),
);
const compiled = await compileValidator(every);
const validate = await loadValidator(compiled.source, clock);

test('the emitted module stands alone and makes no code', () => {
  assert.doesNotMatch(compiled.source, /\brequire\b|\bimport\b|\beval\b|\bFunction\b/);
  assert.match(compiled.digest, /^[0-9a-f]{64}$/);
});

test('the same definition gives the same text', async () => {
  assert.deepEqual(await compileValidator(every), compiled);
});

test('even a form of every type stays small', () => {
  assert.ok(gzipSync(compiled.source).length < 15_000, `${gzipSync(compiled.source).length} bytes`);
});

for (const [index, { what, good, bad }] of verdicts.entries()) {
  test(`compiled: ${what}`, () => {
    for (const value of good) assert.equal(validate({ [`f${index}`]: value }), true, JSON.stringify(validate.errors));
    for (const value of bad) assert.equal(validate({ [`f${index}`]: value }), false, JSON.stringify(value));
  });
}

test('errors name place, keyword and parameters', () => {
  assert.equal(validate({ more: 'y' }), false);
  const required = validate.errors?.find(({ keyword }) => keyword === 'required');
  assert.deepEqual(required?.params, { missingProperty: 'detail' });
  assert.equal(validate({}), true);
  assert.equal(validate.errors, null);
});

test('two who load the same text keep their own clocks', async () => {
  const form = await compileValidator(formOf(field('a', { type: 'roc-date', latest: 'today' })));
  const early = await loadValidator(form.source, { now: () => new Date('2020-01-01T00:00:00Z') });
  const late = await loadValidator(form.source, clock);
  for (let turn = 0; turn < 2; turn++) {
    assert.equal(early({ a: '2020-01-02' }), false);
    assert.equal(late({ a: '2020-01-02' }), true);
  }
});

test('says what in-memory Ajv says', () => {
  const ajv = answersEngine({ ...formats, 'not-after-today': notAfterToday({ now: () => clock.now().getTime() }) });
  const inMemory = ajv.compile(answersSchema(every));
  const known = Object.fromEntries(
    verdicts.map(({ good, bad }, index) => [
      `f${index}`,
      fc.oneof(fc.constantFrom<unknown>(...good, ...bad), fc.jsonValue()),
    ]),
  );
  const some = fc.record(
    {
      ...known,
      more: fc.constantFrom('y', 'n', 3),
      detail: fc.oneof(fc.string(), fc.jsonValue()),
      other: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const told = () => inMemory.errors?.map(({ schemaPath: _, ...error }) => error) ?? null;
  fc.assert(
    fc.property(fc.oneof(some, fc.jsonValue()), (answers) => {
      assert.equal(validate(answers), inMemory(answers));
      assert.deepEqual(validate.errors ?? null, told());
    }),
    { numRuns: 500 },
  );
});

test('words of a form’s author that look like code stay words', async () => {
  for (const words of [
    'const err0 = {',
    'const err0 = {x};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}',
    'require(1)',
    'require("ajv")',
  ]) {
    const options = [words, 'other'].map((value) => ({ value, label: say(value) }));
    const form = { ...formOf(field('a', { type: 'choice', as: 'radio', options })), title: say(words) };
    const choose = await loadValidator((await compileValidator(form)).source, clock);
    assert.equal(choose({ a: words }), true, words);
    assert.equal(choose({ a: 'another' }), false, words);
  }
});
