/** The tables of docs/security.md and docs/asvs.md name tests: each of them is there, so that no table says more than is tried. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesBelow } from './find-tests.mjs';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files: readonly string[] = (
  await Promise.all(
    ['.test.ts', '.contract.ts', '.e2e.ts'].map((ending) =>
      filesBelow(
        ['schemas', 'components', 'builder', 'server', 'demo', 'scripts'].map((folder) => join(root, folder)),
        ending,
      ),
    ),
  )
)
  .flat()
  .map((path) => path.slice(root.length + 1).replaceAll('\\', '/'));

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows of the tables whose header ends with a column of tests. */
function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let header: readonly string[] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.startsWith('|')) header = undefined;
    else {
      const cells = line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      if (!header) header = cells;
      else if (/\btest\b/.test(header.at(-1) ?? '') && !/^:?-+/.test(cells[0] ?? ''))
        rows.push({ line: index + 1, cells });
    }
  }
  return rows;
}

/** Quotation marks are written either way. */
const plain = (text: string): string => text.replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim();

interface Named {
  readonly file: string;
  readonly words: readonly string[];
}

const isTest = (file: string): boolean => /\.(test|contract|e2e)\.ts$/.test(file);

/** `file` · words; words …; `file` · words. What is in backquotes and no path is a part of the words. */
function namedIn(cell: string): readonly Named[] {
  const marks = [...cell.matchAll(/`([\w@./-]+\.(?:ts|mjs|js|json|md|html|css)|\.ci\/run)`/g)];
  return marks.map((mark, index) => {
    const words = cell
      .slice(mark.index + mark[0].length, marks[index + 1]?.index)
      .replace(/^\s*·/, '')
      .split(';')
      .map((one) => plain(one.replace(/…[\s\S]*$/, '').replace(/,\s*$/, '')));
    return { file: mark[1] ?? '', words: words.filter(Boolean) };
  });
}

const sources = new Map<string, readonly string[]>();

/** What stands between the places of a title that are filled in. A title is the first argument of a call that takes a function too. */
function titlesOf(file: string): readonly string[] {
  const known = sources.get(file);
  if (known) return known;
  const call =
    /\b[\w.]+\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`),\s*(?:\{[^}]*\},\s*)?(?:async\b|\()/g;
  const titles = [...read(file).matchAll(call)].flatMap(([, single, double, template]) =>
    (single ?? double ?? template ?? '').split(/\$\{[^}]*\}/).map((part) => plain(part.replaceAll(/\\(.)/g, '$1'))),
  );
  sources.set(file, titles);
  return titles;
}

/** → what is wrong */
function faultsOf(cell: string): readonly string[] {
  return namedIn(cell).flatMap(({ file, words }) => {
    if (!isTest(file)) {
      try {
        read(file);
        return [];
      } catch {
        return [`there is no ${file}`];
      }
    }
    const found = files.filter((path) => path === file || path.endsWith(`/${file}`));
    const [path] = found;
    if (path === undefined) return [`there is no ${file}`];
    if (found.length > 1) return [`${file} is ${found.join(' or ')}`];
    if (!words.length) return [`${file}: which test?`];
    const titles = titlesOf(path);
    return words
      .filter((one) => !titles.some((title) => title.includes(one)))
      .map((one) => `${file} has no test "${one}"`);
  });
}

const faultsIn = (doc: string): readonly string[] =>
  rowsOf(read(doc)).flatMap(({ line, cells }) =>
    faultsOf(cells.at(-1) ?? '').map((fault) => `${doc}:${line}: ${fault}`),
  );

test('a test that is not there is named', () => {
  const here = '`scripts/security-tables.test.ts`';
  assert.deepEqual(faultsOf(`${here} · a test that is …; it is there, and no other`), [
    'scripts/security-tables.test.ts has no test "it is there, and no other"',
  ]);
  assert.deepEqual(faultsOf(`${here}`), ['scripts/security-tables.test.ts: which test?']);
  assert.deepEqual(faultsOf('`no/such.test.ts` · a, `no/such.ts`'), [
    'there is no no/such.test.ts',
    'there is no no/such.ts',
  ]);
  assert.deepEqual(faultsOf('`security-tables.test.ts` · a test that is not there'), []);
  assert.deepEqual(
    rowsOf('| threat | test |\n| --- | --- |\n| a \\| b | c |\n\n| what | where |\n| --- | --- |\n| d | e |').map(
      ({ cells }) => cells,
    ),
    [['a \\| b', 'c']],
  );
});

test('every test that docs/security.md names is there', () => {
  assert.ok(rowsOf(read('docs/security.md')).length > 20);
  assert.deepEqual(faultsIn('docs/security.md'), []);
});
