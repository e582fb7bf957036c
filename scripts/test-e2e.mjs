/**
 * Journeys in a real browser against the three parties: `node scripts/test-e2e.mjs [--packaged] [path prefix …]`.
 * `--packaged`: in the browser that came with the packages, though another is installed. Ends with `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { partsOfServer } from './parts.mjs';
import { findTests } from './find-tests.mjs';
import { runInNode } from './run-tests.mjs';
import { tell } from './verdict.mjs';

await ensureBuilt(partsOfServer);
const asked = process.argv.slice(2);
const paths = asked.filter((path) => !path.startsWith('--'));
const found = await findTests(['demo'], '.e2e.ts', paths);
// What takes minutes runs when it is named, or by `npm run test:keys`.
const files = paths.length ? found : found.filter((file) => !file.endsWith('.long.e2e.ts'));
// Keys of agencies and cards take seconds to make: once for all files, gone afterwards.
const keys = mkdtempSync(join(tmpdir(), 'mydata-e2e-keys-'));
const result = await runInNode(files, {
  args: ['--test-concurrency=1'],
  env: { MYDATA_E2E_KEYS: keys, ...(asked.includes('--packaged') && { MYDATA_TEST_BROWSER: 'packaged' }) },
});
rmSync(keys, { recursive: true, force: true });
process.exit(tell(result));
