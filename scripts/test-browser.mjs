/**
 * Component tests in a real browser: `node scripts/test-browser.mjs [--packaged] [path prefix …]`.
 * `--packaged`: in the browser that came with the packages, though another is installed. Ends with `N passed, N failed`.
 */
import { findTests } from './find-tests.mjs';
import { runInBrowser } from './run-tests.mjs';
import { tell } from './verdict.mjs';

const asked = process.argv.slice(2);
const files = await findTests(
  ['components', 'builder/features', 'demo'],
  '.test.ts',
  asked.filter((path) => path !== '--packaged'),
);
process.exit(tell(await runInBrowser(files, { packaged: asked.includes('--packaged') })));
