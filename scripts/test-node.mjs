/** Tests of what runs without a browser: `node scripts/test-node.mjs [path prefix …]`. Ends with `N passed, N failed`. */
import { availableParallelism } from 'node:os';
import { buildTests } from './build-tests.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { findTests } from './find-tests.mjs';
import { runInNode } from './run-tests.mjs';
import { tell } from './verdict.mjs';

await ensureBuilt(['validator', 'server']);
const files = await findTests(
  ['schemas', 'server', 'scripts', 'builder/model', 'builder/commands', 'builder/testing'],
  '.test.ts',
  process.argv.slice(2),
);
// Node keeps one core for itself; half of what these files do is to wait.
const args = [`--test-concurrency=${Math.max(2, availableParallelism() - 1)}`];
// A few files are run as they are written, at once; all of them as they are built, since that pays from some dozens on.
const built = files.length > 30;
if (built) await buildTests();
process.exit(tell(await runInNode(files, { args, built, shared: true })));
