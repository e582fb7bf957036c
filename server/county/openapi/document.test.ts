import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { openApi } from './document.ts';

const folder = new URL('../../../schemas/services/', import.meta.url);
const services = readdirSync(folder, { withFileTypes: true })
  .filter((county) => county.isDirectory())
  .flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)));

test('every county has the same document: it names no county and no service', () => {
  for (const environment of ['test', 'live'] as const) {
    const text = JSON.stringify(openApi({ publicUrl: 'https://e.example', environment, playground: '/playground' }));
    assert.doesNotMatch(text, /嘉義|桃園|雲林|花蓮|Chiayi|Taoyuan|Yunlin|Hualien/i);
    assert.ok(services.length > 8);
    for (const id of services) assert.ok(!text.includes(id), id);
  }
});
