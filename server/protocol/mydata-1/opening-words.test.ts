/** The words of the log stand in the documentation, each once, as the code means them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openingWords } from './opening-words.ts';

const page = readFileSync(new URL('../../../docs/verify-a-package.md', import.meta.url), 'utf8');
const rows = openingWords.map(
  ({ words, meaning }) => `| ${words.map((word) => `\`${word}\``).join(', ')} | ${meaning} |`,
);

test('no word is said of two things', () => {
  const words = openingWords.flatMap((one) => one.words);
  assert.equal(new Set(words).size, words.length);
});

test('the documentation has the table of the code, row for row', () => {
  const [, table = ''] = page.split('| `code` | what is wrong |\n| --- | --- |\n');
  assert.equal(table.split('\n\n')[0]?.trimEnd(), rows.join('\n'), `the table should be:\n${rows.join('\n')}`);
});
