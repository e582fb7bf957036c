/** Runs test files under one of the two runners, and takes its word from a report of each file, not from its exit code. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node } from './run.mjs';
import { verdict } from './verdict.mjs';

/** A runner that hangs is ended: the whole of them has to fit into forty minutes. */
const patience = 20 * 60_000;

async function withReport(files, run) {
  const folder = await mkdtemp(join(tmpdir(), 'mydata-tests-'));
  const report = join(folder, 'report.json');
  try {
    const { status } = await run(report);
    const results = JSON.parse((await readFile(report, 'utf8').catch(() => '[]')) || '[]');
    return verdict(files, results, status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** In Node. `args`: further options of its test runner. */
export const runInNode = (files, { args = [], env = {}, ...options } = {}) =>
  withReport(files, (report) =>
    node(
      [
        ...['--import', 'tsx', '--test', '--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./scripts/node-report.mjs', `--test-reporter-destination=${report}`],
        ...args,
        ...files,
      ],
      { timeout: patience, env: { ...process.env, ...env }, ...options },
    ),
  );

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
