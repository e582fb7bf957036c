/** Tests of what runs without a browser: `node scripts/test-node.mjs [path prefix …]`. */
import { spawnSync } from 'node:child_process';
import { findTests } from './find-tests.mjs';

const files = await findTests(
  ['schemas', 'server', 'scripts', 'builder/model', 'builder/commands'],
  '.test.ts',
  process.argv.slice(2),
);
if (!files.length) {
  console.error('no test files');
  process.exit(1);
}
const run = spawnSync(process.execPath, ['--import', 'tsx', '--test', ...files], { stdio: 'inherit' });
process.exit(run.status ?? 1);
