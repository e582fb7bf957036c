import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Field, FormDefinition } from '../form/definition.ts';
import type { Service } from '../services/types.ts';
import type { FormDocument } from './form-document.ts';
import { checkPublish } from './check-publish.ts';
import { compareDocuments } from './compare.ts';
import { spareDataset } from './spare-dataset.ts';
import { noDocument } from './testing/documents.ts';
import { staleTexts, translatedAfter, translatedNow } from './translations.ts';

const read = (service: string): FormDocument => {
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../services/chiayi/${service}/${name}.json`, import.meta.url), 'utf8'));
  return { service: json('service') as Service, form: json('form') as FormDefinition };
};
const names = [
  'emergency-relief',
  'senior-card',
  'long-term-care',
  'safety-bracelet',
  'double-ninth-bonus',
  'land-use-zoning',
];

const personal = 'API.7QovE2Gev6';
const household = 'API.UDauDOLyZg';
const text = (zh: string) => ({ 'zh-Hant': zh, en: zh });
const withFields = (fields: readonly Field[], datasets: readonly string[]): FormDocument => ({
  service: { ...noDocument.service, datasets },
  form: {
    ...noDocument.form,
    steps: [{ id: 'step1', title: text('步驟'), sections: [{ id: 'section1', title: text('區段'), fields }] }],
  },
});
const filled = (id: string, dataset: string, path: string): Field => ({
  id,
  type: 'text',
  label: text(id),
  fill: { policy: 'confirm', from: [{ dataset, path }] },
});
const codes = (document: FormDocument) => checkPublish({ document }, undefined).tasks;

for (const name of names)
  test(`${name}: a published service passes its own list`, () => {
    const blocked = codes(read(name)).filter(({ level }) => level === 'blocks');
    assert.deepEqual(blocked, []);
  });

test('a new form is told everything that is missing, each with a place to go to', () => {
  const blocked = codes(noDocument).filter(({ level }) => level === 'blocks');
  for (const code of ['no-question', 'text-missing', 'purpose-code', 'form-title'])
    assert.ok(
      blocked.some((task) => task.code === code),
      code,
    );
  assert.ok(blocked.filter(({ code }) => code === 'text-missing').every(({ at }) => at?.service));
});

test('a question for files offers what can be taken: others are told, nothing at all blocks', () => {
  const of = (accept: readonly string[]) => {
    const proof = { id: 'proof', type: 'file', label: text('證明'), accept, maxBytes: 1, maxFiles: 1 } as const;
    return codes(withFields([proof], [])).filter(({ code }) => code.startsWith('files-'));
  };
  assert.deepEqual(
    of(['application/pdf', 'image/jpg', 'image/*']).map(({ code }) => code),
    ['files-taken'],
  );
  const [told] = of(['application/pdf', 'image/heic']);
  assert.equal(told?.level, 'warns');
  assert.deepEqual(told?.at, { part: 'field/proof', key: 'accept' });
  assert.deepEqual((told?.fix?.commands[0]?.args as { value: unknown }).value, ['application/pdf', 'image/jpeg']);
  assert.equal(of(['application/msword'])[0]?.level, 'blocks');
});

test('from four datasets on it warns; a sixth blocks until its legal basis is stated', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `API.${letter.repeat(10)}`);
  const of = (n: number, basis?: string) => {
    const { service, form } = withFields([], ids.slice(0, n));
    const found = codes({ form, service: { ...service, ...(basis && { extraDatasetsBasis: text(basis) }) } });
    return found.filter(({ code }) => ['too-many-datasets', 'near-limit', 'dataset-limit'].includes(code))[0]?.level;
  };
  assert.deepEqual(
    [3, 4, 5, 6].map((n) => of(n)),
    ['done', 'warns', 'warns', 'blocks'],
  );
  assert.equal(of(6, '某法第 1 條'), 'warns');
  assert.equal(of(6, ' '), 'blocks');
});

test('proposes the mapping that saves a dataset where another one holds the same fact', () => {
  const form = withFields(
    [filled('name', personal, '$.person_name'), filled('other', household, '$.self.person_id')],
    [personal, household],
  ).form;
  const spare = spareDataset(form, personal, [household]);
  assert.deepEqual(spare?.from, [household]);
  const [command] = spare!.fix.commands;
  assert.deepEqual((command!.args as { value: unknown }).value, {
    policy: 'confirm',
    from: [{ dataset: household, path: '$.self.person_name' }],
  });
  const only = withFields([filled('marriage', personal, '$.living_style')], [personal, household]).form;
  assert.equal(spareDataset(only, personal, [household]), undefined);
});

test('English is stale once its Chinese has changed, and no longer when that is undone, followed or confirmed', () => {
  const before = read('emergency-relief');
  const renamed = (zh: string, en: string): FormDocument => ({
    ...before,
    form: { ...before.form, title: { 'zh-Hant': zh, en } },
  });
  const known = translatedNow(before);
  const { 'zh-Hant': zh, en } = before.form.title;
  const after = (document: FormDocument, confirmed: readonly string[] = []) => [
    ...staleTexts(document, translatedAfter({ document: before, translated: known }, document, confirmed)),
  ];
  assert.deepEqual(after(before), []);
  assert.deepEqual(after(renamed('別的', en)), ['form.title']);
  assert.deepEqual(after(renamed('別的', 'Other')), []);
  assert.deepEqual(after(renamed('別的', en), ['form.title']), []);
  const changed = renamed('別的', en);
  const then = translatedAfter({ document: before, translated: known }, changed);
  assert.deepEqual(
    [...staleTexts(renamed(zh, en), translatedAfter({ document: changed, translated: then }, before))],
    [],
  );
});

test('what is different is listed with the tasks, and what may not skip approval is named', () => {
  const live = read('emergency-relief');
  const check = (next: FormDocument, before: FormDocument | undefined = live) =>
    checkPublish({ document: next }, before);
  assert.deepEqual(check(live).changes, []);
  assert.deepEqual(check(live).approval, []);
  // Wording counts: another purpose is another promise, another title another form.
  const { changes, approval } = check({
    service: { ...live.service, purpose: text('別的') },
    form: { ...live.form, title: text('別的') },
  });
  assert.deepEqual(
    changes.map(({ harmless }) => harmless),
    [false, false],
  );
  assert.equal(approval.length, 2);
  assert.equal(checkPublish({ document: live }, undefined).approval.length, 1);
});

test('differences: moved is not new, and what lies in a new part is told with it', () => {
  const a = withFields([filled('one', personal, '$.person_name'), filled('two', personal, '$.person_id')], [personal]);
  const turned = withFields(
    [filled('two', personal, '$.person_id'), filled('one', personal, '$.person_name')],
    [personal],
  );
  assert.deepEqual(compareDocuments(a, a), []);
  assert.deepEqual(
    compareDocuments(a, turned).map(({ what }) => what),
    ['moved'],
  );
  const fewer = withFields([filled('one', personal, '$.person_name')], [personal]);
  assert.deepEqual(
    compareDocuments(a, fewer).map(({ what, part }) => [what, part]),
    [['removed', 'field/two']],
  );
  assert.deepEqual(
    compareDocuments(fewer, a).map(({ what, part }) => [what, part]),
    [['added', 'field/two']],
  );
});
