/** No custom element is given a tabindex from outside: where it is negative, Tab reaches nothing of what is in the element. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const inMarkup = /<([a-z]+-[a-z-]+)(?:"[^"]*"|'[^']*'|\$\{[^}]*\}|[^>"'])*?\stabindex/gi;
const onItself = /\bthis\.(tabIndex\s*=|setAttribute\(\s*'tabindex')/g;

const hosts = (text: string): readonly string[] =>
  [...text.matchAll(inMarkup), ...text.matchAll(onItself)].map(([whole, tag]) => tag ?? whole);

test('a host with a tabindex is found, however it is written', () => {
  assert.deepEqual(hosts('<mydata-form id="main" tabindex="-1">'), ['mydata-form']);
  assert.deepEqual(hosts('<mydata-form\n  @click=${() => go()}\n  tabindex=${0}>'), ['mydata-form']);
  assert.deepEqual(hosts("this.setAttribute('tabindex', '0')").length, 1);
  assert.deepEqual(hosts('this.tabIndex = -1').length, 1);
  assert.deepEqual(hosts('<main id="main" tabindex="-1"><mydata-form></mydata-form></main>'), []);
});

test('no page or component does so', async () => {
  const found: string[] = [];
  for (const folder of ['components', 'builder', 'demo', 'server'])
    for (const file of await readdir(folder, { recursive: true })) {
      const path = `${folder}/${file}`;
      if (!/\.(ts|html)$/.test(path) || /\.(test|e2e)\.ts$/.test(path)) continue;
      for (const tag of hosts(await readFile(path, 'utf8'))) found.push(`${tag} in ${path}`);
    }
  assert.deepEqual(found, []);
});
