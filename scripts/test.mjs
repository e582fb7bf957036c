/**
 * `npm test`: logic and server, then components in a browser, then whole journeys. Ends with `N passed, N failed`.
 * `--each-browser`, where both are there: all of the browser's files in the installed one, what residents and clerks use in the
 * one that came with the packages too, and journeys, builder's included, in the latter.
 */
import { installedChrome, packagedChrome } from './chrome.mjs';
import { node } from './run.mjs';

const both =
  process.argv.includes('--each-browser') &&
  (await installedChrome()) !== undefined &&
  (await packagedChrome()) !== undefined;

const suites = [
  { name: 'node', args: ['scripts/test-node.mjs'] },
  { name: 'build', args: ['scripts/build.mjs'], counts: false },
  { name: 'browser', args: ['scripts/test-browser.mjs'] },
  ...(both
    ? [{ name: 'browser of the packages', args: ['scripts/test-browser.mjs', '--packaged', 'components'] }]
    : []),
  // The smaller one takes a quarter less time, and the journeys are the longest part.
  { name: 'journeys', args: ['scripts/test-e2e.mjs', ...(both ? ['--packaged'] : [])] },
];

const lines = [];
let passed = 0;
let failed = 0;
for (const { name, args, counts = true } of suites) {
  console.log(`\n== ${name}`);
  const began = Date.now();
  const { status, output } = await node(args);
  const [, good = 0, bad = 0] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  const wrong = Number(bad) || (status || (counts && !Number(good)) ? 1 : 0);
  passed += Number(good);
  failed += wrong;
  const seconds = Math.round((Date.now() - began) / 1000);
  lines.push(`${name}: ${counts ? `${good} passed, ` : ''}${wrong} failed, ${seconds} s`);
}
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
