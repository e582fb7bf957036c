/**
 * `npm run test:long`, for the night: what takes too long for each change, in its whole length. Ends with `N passed, N failed`.
 * What only this proves is listed in CONTRIBUTING.md.
 */
import { node } from './run.mjs';

const longer = (env) => ({ env: { ...process.env, ...env } });
const runs = [
  {
    args: ['scripts/test-node.mjs', 'server/platform/counter/attacker'],
    options: longer({ MYDATA_ATTACKER_TRIES: '100000' }),
  },
  { args: ['scripts/test-node.mjs', 'server/sandbox/generator'], options: longer({ MYDATA_PEOPLE: '10000' }) },
  { args: ['scripts/test-e2e.mjs', 'demo/county/e2e/keys-only.long'] },
  { args: ['scripts/test-e2e.mjs', 'demo/playground/e2e'], options: longer({ MYDATA_EVERY_STATE: '1' }) },
];

let passed = 0;
let failed = 0;
for (const { args, options } of runs) {
  console.log(`\n== ${args.join(' ')}`);
  const { status, output } = await node(args, options);
  const [, good = 0, bad = 0] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  passed += Number(good);
  failed += Number(bad) || (status || !Number(good) ? 1 : 0);
}
const simulated = await node(['--import', 'tsx', 'scripts/simulate.mjs']);
if (simulated.status) failed += 1;
else passed += 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
