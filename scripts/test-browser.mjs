/** Component tests in a real browser: `node scripts/test-browser.mjs [path prefix …]`. */
import { spawnSync } from 'node:child_process';
import { findTests } from './find-tests.mjs';

const files = await findTests(['components', 'builder/features', 'demo'], '.test.ts', process.argv.slice(2));
const run = spawnSync(
  process.execPath,
  ['node_modules/@web/test-runner/dist/bin.js', ...files.flatMap((file) => ['--files', file])],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
