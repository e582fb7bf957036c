/**
 * `npm run coverage [-- path prefix …]`: which lines of what runs without a browser the tests run, by V8's own count, folder by
 * folder; each file with its functions that never ran in coverage/lines.json. It tells, and lets everything pass.
 * `-- --browser [path prefix …]`: the same of tests in a browser, in coverage/lcov-report.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildTests, builtTest } from './build-tests.mjs';
import { linesThatRan } from './coverage/lines.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { filesBelow, findTests } from './find-tests.mjs';
import { runInBrowser, runInNode } from './run-tests.mjs';
import { tell } from './verdict.mjs';

const folders = ['schemas', 'server', 'builder/model', 'builder/commands'];
const noProduct =
  /(^|\/)(testing|e2e)\/|\.(test|fixture|contract|d)\.ts$|drizzle\.config\.ts$|^server\/platform\/browser\//;

const asked = process.argv.slice(2);
const paths = asked.filter((path) => path !== '--browser');
process.exit(asked.includes('--browser') ? await inBrowser() : await inNode());

async function inBrowser() {
  const files = await findTests(['components', 'builder/features', 'demo'], '.test.ts', paths);
  return tell(await runInBrowser(files, { env: { MYDATA_COVERAGE: '1' } }));
}

async function inNode() {
  const raw = resolve('coverage/raw');
  await rm(raw, { recursive: true, force: true });
  await mkdir(raw, { recursive: true });
  await ensureBuilt(['validator', 'server']);
  await buildTests();
  const files = await findTests([...folders, 'builder/testing'], '.test.ts', paths);
  const verdict = await runInNode(files, {
    args: ['--test-concurrency=2'],
    built: true,
    shared: true,
    env: { NODE_V8_COVERAGE: raw },
  });
  const isAsked = (file) => !paths.length || paths.some((path) => file.startsWith(path));
  const sources = (await filesBelow(folders, '.ts')).filter((file) => !noProduct.test(file) && isAsked(file));
  const counted = await count(sources, raw);
  await writeFile('coverage/lines.json', `${JSON.stringify(counted, null, 2)}\n`);
  await rm(raw, { recursive: true, force: true });
  console.log(table(counted));
  return tell(verdict);
}

/** → file → lines, lines that ran, functions that never did; of files that hold types only, nothing */
async function count(sources, raw) {
  const found = new Map();
  for (const name of await readdir(raw)) {
    // A process that was killed leaves a part of a file.
    const { result = [] } = JSON.parse((await readFile(join(raw, name), 'utf8')) || '{}');
    for (const { url, functions } of result) found.set(url, [...(found.get(url) ?? []), functions]);
  }
  const counted = {};
  for (const file of sources.sort()) {
    const built = builtTest(file);
    const lines = linesThatRan(await readFile(built, 'utf8'), found.get(pathToFileURL(resolve(built)).href) ?? []);
    if (lines.lines) counted[file] = lines;
  }
  return counted;
}

function table(counted) {
  const sums = new Map();
  for (const [file, { lines, ran }] of Object.entries(counted)) {
    const area = file.split('/').slice(0, -1).slice(0, 3).join('/');
    for (const name of [area, 'all']) {
      const sum = sums.get(name) ?? { lines: 0, ran: 0 };
      sums.set(name, { lines: sum.lines + lines, ran: sum.ran + ran });
    }
  }
  return [...sums]
    .sort(([one], [other]) => (one === 'all') - (other === 'all') || (one < other ? -1 : 1))
    .map(
      ([name, { lines, ran }]) =>
        `${((100 * ran) / lines).toFixed(1).padStart(5)} %  ${String(lines).padStart(6)} lines  ${name}`,
    )
    .join('\n');
}
