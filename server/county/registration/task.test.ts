import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { County } from '../county.ts';
import type { CountyService } from '../services/county-service.ts';
import { personal, testForm, testService } from '../testing/test-service.ts';
import type { Known } from './cover.ts';
import type { Registrar } from './registrar.ts';
import { registrationTasks } from './task.ts';
import { askedBy, withQuestion } from './testing.fixture.ts';

const document = { service: testService, form: testForm };
const more = withQuestion('$.spouse_name', personal);
const none = { service: { ...testService, datasets: [] }, form: { ...testForm, steps: [] } };
const at = '2026-11-23T02:00:00.000Z';
const file = {
  service: testService.id,
  clientId: 'CLI.abcdefghij',
  clientSecret: 's'.repeat(16),
  cbcIv: 'v'.repeat(16),
  resources: askedBy(document).datasets.map(({ id }) => id),
  fields: {},
} as unknown as NonNullable<Known['file']>;
const registered: Known = {
  row: { service: testService.id, state: 'registered', since: at, lookedAt: at, covers: askedBy(document) },
};

/** What the list says of a document, where `of` is what residents see. */
function said(
  what: typeof document,
  by: Registrar['by'] | undefined,
  live?: { readonly known: Known; readonly client?: typeof file; readonly of?: typeof document },
): readonly [string, string] {
  const service = live && ({ ...live, asks: askedBy(live.of ?? document) } as unknown as CountyService);
  const services = new Map(service ? [[testService.id, service]] : []);
  const [task] = registrationTasks({ services, ...(by && { registrar: { by } as Registrar }) } as County, what);
  return [task!.code, task!.text['zh-Hant']];
}

test('registered, and its keys are elsewhere: they are changed, nothing is sent', () => {
  const [code, text] = said(document, 'platform', { known: registered });
  assert.equal(code, 'registration-no-keys');
  assert.match(text, /更換金鑰/);
  assert.doesNotMatch(text, /還沒有|送登錄/);
});

test('says who has to do something: nobody, whoever sends the letter, whoever keeps the file', () => {
  for (const live of [undefined, { known: registered, client: file }]) {
    assert.match(said(more, 'platform', live)[1], /發布後會自動送登錄/);
    assert.match(said(more, 'letter', live)[1], /寄給平臺/);
    assert.match(said(more, undefined, live)[1], /設定檔/);
    for (const by of ['letter', undefined] as const) assert.doesNotMatch(said(more, by, live)[1], /自動/);
  }
});

test('what is live and covered stays, also by a file, or where it asks nothing', () => {
  const less = { ...file, fields: { [personal]: [] } } as typeof file;
  for (const live of [
    { known: registered, client: file },
    { known: { file: less }, client: less, of: none },
    { known: {}, of: none },
  ]) {
    const [code, text] = said(more, 'platform', live);
    assert.equal(code, 'registration-asks-more');
    assert.match(text, /看到的是現在的版本/);
  }
  assert.match(said(more, 'platform', { known: registered, client: file })[1], /配偶/);
  assert.equal(said(more, 'platform', { known: {} })[0], 'registration-missing');
});
