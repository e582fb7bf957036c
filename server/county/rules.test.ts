/** Rules of a form (calculate, require, end) as the county app holds them, whatever the page sends. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Field, FormDefinition } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import type { ApiError, SubmitResult } from '#schemas/wire/county-api.ts';
import { createTestPki, type TestPki } from '../testing/test-pki.ts';
import { openWorld } from './testing/county-under-test.ts';
import { testForm, testService } from './testing/test-service.ts';

let pki: TestPki;
before(async () => {
  pki = await createTestPki();
});

const say = (text: string) => ({ 'zh-Hant': text, en: text });
const fields: readonly Field[] = [
  { id: 'born', type: 'roc-date', label: say('出生日期'), required: true },
  { id: 'age', type: 'number', label: say('年齡'), calculate: { years: [{ var: 'born' }, 'today'] } },
  { id: 'guardian', type: 'text', label: say('監護人'), requiredWhen: { '<': [{ var: 'age' }, 18] } },
];
const form: FormDefinition = {
  ...testForm,
  steps: [{ id: 'one', title: say('一'), sections: [{ id: 'all', title: say('全部'), fields }] }],
  ends: [
    { id: 'tooYoung', when: { '<': [{ var: 'age' }, 6] }, title: say('未滿六歲不能申請。'), text: say('請洽公所。') },
  ],
};

async function submit(answers: Answers) {
  const world = await openWorld(pki, {
    config: { services: [{ service: { ...testService, datasets: [] }, form }] },
  } as never);
  const browser = world.browser();
  const { formVersion, revision } = await browser.draft();
  const response = await browser.send('POST', '/api/services/test-relief/applications', {
    ...{ answers, claims: {}, formVersion, revision },
  });
  return { world, status: response.status, body: (await response.json()) as SubmitResult & ApiError };
}

test('what is calculated is worked out here', async () => {
  const { world, status, body } = await submit({ born: '2000-11-24', age: 99 });
  assert.equal(status, 201, JSON.stringify(body));
  const made = await world.app.request(`/sandbox/applications/${body.applicationNo}`);
  assert.deepEqual(((await made.json()) as { answers: Answers }).answers, { born: '2000-11-24', age: 25 });
});

test('what is required under a condition is asked for under it alone', async () => {
  const { status, body } = await submit({ born: '2015-01-01', age: 99 });
  assert.equal(status, 422);
  assert.deepEqual(
    body.error.fields?.map(({ field, keyword }) => [field, keyword]),
    [['guardian', 'required']],
  );
  assert.equal((await submit({ born: '2015-01-01', guardian: '林大同' })).status, 201);
});

test('an end is refused with its reason and what to do', async () => {
  const { status, body } = await submit({ born: '2024-01-01', age: 40, guardian: '林大同' });
  assert.equal(status, 422);
  assert.equal(body.error.code, 'application-ends');
  assert.equal(body.error.message['zh-Hant'], '未滿六歲不能申請。請洽公所。');
});
