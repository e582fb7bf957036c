/**
 * Mutation tests: `npm run mutate [-- --short | area …]`, areas as in `areas.mjs`. Fails where fewer than 95 of a hundred mutants
 * of an area are noticed. The tester has some 170 packages of its own; they are installed in `dist/mutate` and not with the kit.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node, run } from '../run.mjs';
import { areas } from './areas.mjs';

const here = 'scripts/mutate';
const home = 'dist/mutate';
const tester = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js');

const args = process.argv.slice(2);
const asked = args.filter((name) => name !== '--short');
const unknown = asked.filter((name) => !Object.hasOwn(areas, name));
if (unknown.length) {
  console.error(`no area ${unknown.join(', ')}: ${Object.keys(areas).join(', ')}`);
  process.exit(1);
}
const chosen = Object.keys(areas).filter((name) =>
  asked.length ? asked.includes(name) : !args.includes('--short') || areas[name].short,
);

if (!existsSync(tester)) {
  await mkdir(home, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await copyFile(join(here, file), join(home, file));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = await run(npm, ['ci', '--no-audit', '--no-fund', '--prefix', home]);
  if (status) process.exit(1);
}

const failed = [];
for (const area of chosen) {
  console.log(`\n${area}`);
  const { status } = await node([tester, 'run', join(here, 'stryker.config.mjs')], {
    env: { ...process.env, MYDATA_MUTATE: area },
  });
  if (status) failed.push(area);
}
console.log(
  `\n${chosen.length - failed.length} passed, ${failed.length} failed${failed.length ? `: ${failed.join(', ')}` : ''}`,
);
process.exit(failed.length ? 1 : 0);
