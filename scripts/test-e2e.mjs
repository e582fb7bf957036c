/** Journeys in a real browser against the three parties: `node scripts/test-e2e.mjs [path prefix …]`. */
import { spawnSync } from 'node:child_process';
import { findTests } from './find-tests.mjs';

const files = await findTests(['demo'], '.e2e.ts', process.argv.slice(2));
const run = spawnSync(process.execPath, ['--import', 'tsx', '--test', '--test-concurrency=1', ...files], { stdio: 'inherit' });
process.exit(run.status ?? 1);
