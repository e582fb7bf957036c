/** docs/conformance.md lists each check and each flag as the code has them. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../package-root.ts';
import { suites, type AnySuite } from './suites.ts';

const page = await readFile(join(packageRoot, 'docs/conformance.md'), 'utf8');

const tableOf = ({ checks }: AnySuite): string =>
  [
    '| check | what is right | clause | |',
    '| --- | --- | --- | --- |',
    ...checks.map(({ id, title, clause, weight }) => `| \`${id}\` | ${title.en} | ${clause} | ${weight} |`),
  ].join('\n');

for (const suite of suites) {
  test(`the table of ${suite.party}`, () => {
    const [, after = ''] = page.split(`<!-- ${suite.party} -->\n`);
    assert.equal(after.split('<!-- end -->')[0]!.trim(), tableOf(suite));
  });

  test(`the flags of ${suite.party}`, () => {
    const missing = Object.keys(suite.options).filter((name) => !page.includes(`--${name}`));
    assert.deepEqual(missing, []);
  });
}
