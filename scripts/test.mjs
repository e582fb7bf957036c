/** `npm test`: logic and server, then components in a browser, then whole journeys. Ends with `N passed, N failed`. */
import { node } from './run.mjs';

const last = (output, pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? NaN);
const tap = (output) => ({
  passed: last(output, /^(?:# |ℹ )pass (\d+)/gm),
  failed: last(output, /^(?:# |ℹ )fail (\d+)/gm),
});
const wtr = (output) => ({ passed: last(output, /(\d+) passed/g), failed: last(output, /(\d+) failed/g) });

const suites = [
  { name: 'node', args: ['scripts/test-node.mjs'], count: tap },
  { name: 'build', args: ['scripts/build.mjs'] },
  { name: 'browser', args: ['scripts/test-browser.mjs'], count: wtr },
  { name: 'journeys', args: ['scripts/test-e2e.mjs'], count: tap },
];

let passed = 0;
let failed = 0;
for (const { name, args, count } of suites) {
  console.log(`\n== ${name}`);
  const { status, output } = await node(args);
  const result = count?.(output) ?? { passed: 0, failed: 0 };
  const counted = Number.isFinite(result.passed) && Number.isFinite(result.failed);
  passed += counted ? result.passed : 0;
  failed += counted ? result.failed : 0;
  if (status !== 0 && !(counted && result.failed > 0)) failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
