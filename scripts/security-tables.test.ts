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

test('each threat has a number of its own, and none is left out', () => {
  const numbers = rowsOf(read('docs/security.md')).map(({ line, cells: [threat = ''] }) => {
    const [, number] = /^T(\d+) \S/.exec(threat) ?? [];
    assert.ok(number, `docs/security.md:${line} has no number`);
    return Number(number);
  });
  assert.deepEqual(
    [...numbers].sort((a, b) => a - b),
    numbers.map((_, index) => index + 1),
  );
});

/** Of each section of ASVS 5.0.0 the levels of its requirements, in their order. */
const levels: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233', '6.5': '22222333', '6.6': '2223' },
  ...{ '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333', '10.5': '22222', '10.6': '22' },
  ...{ '10.7': '222' },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
  ...{ '17.1': '23', '17.2': '22223333', '17.3': '22' },
};

/** Levels 1 and 2, e.g. `V1.2.10 3`. */
const asked: readonly string[] = Object.entries(levels).flatMap(([section, each]) =>
  [...each].flatMap((level, index) => (level === '3' ? [] : [`V${section}.${index + 1} ${level}`])),
);

/** `V1.2.3`, or `V1.2.3–1.2.5`. */
function numbersOf(cell: string): readonly string[] {
  const [, section, first, , last = first] = /^V(\d+\.\d+)\.(\d+)(–\d+\.\d+\.(\d+))?$/.exec(cell) ?? [];
  assert.ok(section !== undefined, `not a requirement: ${cell}`);
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `V${section}.${Number(first) + index}`);
}

test('every requirement of ASVS 5.0.0 at levels 1 and 2 has one row, with its level and its state', () => {
  assert.equal(asked.length, 253);
  assert.equal(asked.filter((one) => one.endsWith(' 1')).length, 70);
  const rows = rowsOf(read('docs/asvs.md'));
  assert.deepEqual(
    rows.flatMap(({ cells: [numbers = '', level = ''] }) => numbersOf(numbers).map((number) => `${number} ${level}`)),
    asked,
  );
  for (const { line, cells } of rows) assert.match(cells[3] ?? '', /\w{2}/, `docs/asvs.md:${line} has no state`);
});

test('every test and file that docs/asvs.md names is there, and every row names one', () => {
  assert.deepEqual(faultsIn('docs/asvs.md'), []);
  for (const { line, cells } of rowsOf(read('docs/asvs.md')))
    assert.ok(namedIn(cells.at(-1) ?? '').length > 0 || cells[0] === 'V5.4.3', `docs/asvs.md:${line} names nothing`);
});

test('what does not hold stands at the top of docs/asvs.md, and what stands there does not hold', () => {
  const text = read('docs/asvs.md');
  const [, top = ''] = /## What does not hold\n([\s\S]*?)\n## /.exec(text) ?? [];
  const listed = [...top.matchAll(/V\d+\.\d+\.\d+/g)].map(([number]) => number);
  const bold = rowsOf(text).flatMap(({ cells: [number = '', , , state = ''] }) =>
    state.includes('**') ? [number] : [],
  );
  assert.deepEqual([...listed].sort(), [...bold].sort());
});
