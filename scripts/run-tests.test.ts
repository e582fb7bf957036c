import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { runInBrowser, runInNode } from './run-tests.mjs';
import { together } from './together.mjs';
import { verdict } from './verdict.mjs';

const planted = (...names: readonly string[]) => names.map((name) => `scripts/testing/planted/${name}.ts`);
// Else Node takes a runner inside a test for a file of its own run.
const quietly = { quiet: true, env: { NODE_TEST_CONTEXT: undefined } };
const filesOf = (lost: readonly string[]) => [...new Set(lost.map((line) => line.split(':')[0]))];

test('counts what each file that was to run came to', () => {
  const told = { file: 'a', passed: 2, failed: 1, troubles: [] };
  assert.deepEqual(verdict(['a'], [told], 1), { passed: 2, failed: 1, lost: [] });
  assert.deepEqual(verdict(['a', 'b'], [{ ...told, failed: 0 }], 0), {
    passed: 2,
    failed: 1,
    lost: ['b: did not tell of anything'],
  });
  assert.deepEqual(verdict(['a'], [{ ...told, failed: 0 }], 3).lost, ['the runner ended with 3']);
});

test('a file that Node calls a pass is lost where it took its tests with it, or has none', async () => {
  const files = planted('whole.node', 'ended.node', 'killed.node', 'empty.node');
  const { failed, lost } = await runInNode(files, quietly);
  assert.equal(failed, lost.length);
  assert.deepEqual(filesOf(lost), files.slice(1));
});

test('of files that share a process each tells for itself; one that ends it loses what comes after', async () => {
  const loaded = planted('whole.node', 'fails.node', 'broken.node', 'empty.node');
  const { passed, failed, lost } = await runInNode(loaded, { ...quietly, shared: true });
  // What fails, what cannot be loaded, and the two that then told of no test.
  assert.deepEqual([passed, failed, filesOf(lost)], [2, 4, planted('broken.node', 'empty.node')], lost.join('\n'));
  const ended = await runInNode(planted('whole.node', 'ended.node', 'killed.node'), { ...quietly, shared: true });
  assert.deepEqual(filesOf(ended.lost).slice(-1), planted('killed.node'));
  assert.ok(ended.failed >= 1);
});

test('every file is run once, and those that need a process of their own have it', () => {
  const files = ['a/1', 'a/2', 'b/1', 'scripts/run-tests.test.ts', ...Array.from({ length: 20 }, (_, n) => `a/c/${n}`)];
  const groups = together(files);
  assert.deepEqual(groups.flat().sort(), [...files].sort());
  assert.deepEqual(groups[0], ['scripts/run-tests.test.ts']);
  assert.ok(groups.every((group) => group.length <= 8));
});

test('a file that the browser leaves, cannot load or finds empty is lost; those beside it get frames', async () => {
  const good = planted('frames.browser', 'frames-too.browser');
  const bad = planted('interrupted.browser', 'broken.browser', 'empty.browser');
  const { passed, failed, lost } = await runInBrowser([...good, ...bad], quietly);
  assert.deepEqual([passed, failed, filesOf(lost)], [6, 3, bad], lost.join('\n'));
  assert.match(lost[0]!, /interrupted/);
});

test('pages beside each other get frames in the browser of the packages too', async () => {
  const files = planted('frames.browser', 'frames-too.browser');
  assert.deepEqual(await runInBrowser(files, { ...quietly, packaged: true }), { passed: 6, failed: 0, lost: [] });
});

test('a path that is of no test file is an error that names it', () => {
  for (const name of ['fast', 'node', 'browser', 'e2e']) {
    const run = spawnSync(process.execPath, [`scripts/test-${name}.mjs`, 'typo'], { encoding: 'utf8' });
    assert.equal(run.status, 1);
    assert.match(run.stderr, /no test file begins with "typo"/);
  }
});
