import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { testForm, testService } from '../testing/test-service.ts';
import { checkList } from './check.ts';

/** The first question with other properties. */
function formWith(properties: object): FormDefinition {
  const form = structuredClone(testForm) as unknown as { steps: { sections: { fields: object[] }[] }[] };
  const { fields } = form.steps[0]!.sections[0]!;
  fields[0] = { id: 'first', type: 'text', label: { 'zh-Hant': '用途', en: 'Purpose' }, ...properties };
  return form as unknown as FormDefinition;
}

const said = (properties: object): readonly string[] =>
  checkList({
    document: { service: testService, form: formWith(properties) },
    more: [],
    residents: [],
    now: Date.parse('2026-11-27T04:00:00Z'),
  }).tasks.flatMap(({ code, text }) => (code.startsWith('schema-') ? [text['zh-Hant']] : []));

test('what a definition breaks is said with its name and its limit', () => {
  assert.deepEqual(said({ maxLength: 0 }), ['「最多字數」：不能小於 1。']);
  assert.deepEqual(said({ minLength: '3' }), ['「最少字數」：資料類型不對，請檢查是否該是文字、數字或清單。']);
  assert.deepEqual(said({}), []);
});
