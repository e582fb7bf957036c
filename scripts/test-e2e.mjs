/** Journeys in a real browser against the three parties: `node scripts/test-e2e.mjs [path prefix …]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTests } from './find-tests.mjs';

const files = await findTests(['demo'], '.e2e.ts', process.argv.slice(2));
// Keys of agencies and cards take seconds to make: once for all files, gone afterwards.
const keys = mkdtempSync(join(tmpdir(), 'mydata-e2e-keys-'));
const run = spawnSync(process.execPath, ['--import', 'tsx', '--test', '--test-concurrency=1', ...files], {
  stdio: 'inherit',
  env: { ...process.env, MYDATA_E2E_KEYS: keys },
});
rmSync(keys, { recursive: true, force: true });
process.exit(run.status ?? 1);
