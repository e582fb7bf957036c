import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import { createTestPki } from '../../testing/test-pki.ts';
import { openWorld } from '../testing/county-under-test.ts';
import { blankForm } from './blank-form.ts';

const folder = new URL('../../../schemas/services/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;
const published = readdirSync(folder, { withFileTypes: true })
  .filter((county) => county.isDirectory())
  .flatMap(({ name: county }) =>
    readdirSync(new URL(`${county}/`, folder), { withFileTypes: true })
      .filter((service) => service.isDirectory())
      .map(({ name }) => `${county}/${name}`),
  );
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#?\w+;/g, '')
    .replaceAll(/\s+/g, '');
const bare = (text: string): string => text.replaceAll(/[<>&"']/g, '').replaceAll(/\s+/g, '');

for (const path of published)
  test(`all that a form asks stands on its paper: ${path}`, async () => {
    const form = read<FormDefinition>(`${path}/form.json`);
    const service = read<Service>(`${path}/service.json`);
    const text = plain(String(await blankForm({ service, form, version: 3 })));
    for (const field of form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields))) {
      assert.ok(text.includes(bare(field.label['zh-Hant'])), field.id);
      if (field.type === 'choice')
        for (const { label } of field.options) assert.ok(text.includes(bare(label['zh-Hant'])), label['zh-Hant']);
      if (field.type === 'declaration') assert.ok(text.includes(bare(field.statement['zh-Hant'])), field.id);
    }
    assert.ok(text.includes('簽名或蓋章') && text.includes(bare(service.contact.phone)));
    assert.ok(!/undefined|\[object|⚠|第undefined/.test(text));
    // Every condition names a question by its number.
    for (const [when] of text.matchAll(/若.{1,80}?才要填/g)) assert.match(when, /第\d+(-\d+)?題/);
  });

test('anybody has it of a service that there is; of no other', async () => {
  const world = await openWorld(await createTestPki());
  const answer = await world.browser().request('/blank-forms/test-relief');
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /若第 \d+ 題/);
  assert.equal((await world.browser().request('/blank-forms/other')).status, 404);
  assert.match((await world.browser().request('/blank-forms/assets/blank.css')).headers.get('content-type')!, /css/);
});
