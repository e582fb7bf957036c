/** Runs test files under one of the two runners, and takes its word from a report of each file, not from its exit code. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { builtTest } from './build-tests.mjs';
import { node } from './run.mjs';
import { suites, together } from './together.mjs';
import { verdict } from './verdict.mjs';

/** A runner that hangs is ended: the whole of them has to fit into forty minutes. */
const patience = 30 * 60_000;

const contractImport = /from '([.#][^']+\.contract\.ts)'/g;
/** `#server/…` is what the root has under that name (`imports` in package.json). */
const suiteOf = (path, from) => normalize(path.startsWith('#') ? path.slice(1) : join(from, '..', path));

/**
 * Tests of a shared suite are told of under the suite's own file. A test file that only runs such suites has told when there
 * are as many of them as files that run it. → the results, with `shared` on those files
 */
async function withSharedSuites(files, results) {
  const suites = new Map();
  for (const file of files) {
    const source = await readFile(file, 'utf8').catch(() => '');
    suites.set(
      file,
      [...source.matchAll(contractImport)].map(([, path]) => suiteOf(path, file)),
    );
  }
  const ran = (suite) => {
    const result = results.find(({ file }) => file === suite);
    const runners = files.filter((file) => suites.get(file).includes(suite)).length;
    return result !== undefined && result.passed + result.failed >= runners;
  };
  const shared = files.filter((file) => suites.get(file).length && suites.get(file).every(ran));
  const silent = shared.filter((file) => !results.some((result) => result.file === file));
  return [
    ...results.map((result) => (shared.includes(result.file) ? { ...result, shared: true } : result)),
    ...silent.map((file) => ({ file, passed: 0, failed: 0, troubles: [], shared: true })),
  ];
}

async function withReport(files, run) {
  const folder = await mkdtemp(join(tmpdir(), 'mydata-tests-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = await run(report, folder);
    const results = JSON.parse((await readFile(report, 'utf8').catch(() => '[]')) || '[]');
    return verdict(files, await withSharedSuites(files, results), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes what loads the files of each process into `folder`; Node runs them in the order of their names. → their paths */
const inProcesses = (files, pathOf, folder) =>
  Promise.all(
    together(files).map(async (group, n) => {
      const path = join(folder, `${String(n).padStart(3, '0')}.mjs`);
      await writeFile(path, suites(group, group.map(pathOf)));
      return path;
    }),
  );

/**
 * In Node. `args`: further options of its test runner; `built`: as they lie in `dist/tests`, not as they are written;
 * `shared`: several in one process, where they bear it.
 */
export const runInNode = (files, { args = [], built = false, shared = false, env = {}, ...options } = {}) =>
  withReport(files, async (report, folder) => {
    const pathOf = built ? builtTest : (file) => file;
    return node(
      [
        ...(built ? [] : ['--import', 'tsx']),
        ...['--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./scripts/node-report.mjs', `--test-reporter-destination=${report}`],
        ...args,
        ...(shared ? await inProcesses(files, pathOf, folder) : files.map(pathOf)),
      ],
      { timeout: patience, env: { ...process.env, ...env }, ...options },
    );
  });

/** In a browser (`chrome.mjs`); `packaged`: in the one that came with the packages. */
export const runInBrowser = (files, { packaged = false, env = {}, ...options } = {}) =>
  withReport(files, (report) =>
    node(['node_modules/@web/test-runner/dist/bin.js', ...files.flatMap((file) => ['--files', file])], {
      timeout: patience,
      env: {
        ...process.env,
        ...env,
        MYDATA_TEST_REPORT: report,
        ...(packaged && { MYDATA_TEST_BROWSER: 'packaged' }),
      },
      ...options,
    }),
  );
