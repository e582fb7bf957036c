/**
 * What the server runs with, by the lockfile: how many packages, under which licences (permissive ones only), and the bill of
 * materials (CycloneDX) in `dist/sbom.json`. Fails over a licence that asks more than to name its authors, over a tool of the
 * build among them, and where they become more.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { run } from './run.mjs';

const permissive = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'OFL-1.1'],
]);
const ofTheBuild = new Set(['vite', 'esbuild', 'tsx', 'typescript', 'rolldown', 'rollup']);
const most = 122;
/** What the lockfile has no word of, read in the package. */
const read = { 'png-js': 'MIT' };

/** Of an `OR` one part is enough. */
const allowed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(/ AND /i).every((part) => permissive.has(part)));

const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
const running = Object.entries(packages)
  .filter(([path, { dev, optional, devOptional }]) => path && !dev && !optional && !devOptional)
  .map(([path, { license, version }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    return { name, version, licence: license ?? read[name] ?? 'unknown' };
  });

const counts = new Map();
for (const { licence } of running) counts.set(licence, (counts.get(licence) ?? 0) + 1);
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${count} ${licence}`);
console.log(`${running.length} packages run with the server (at most ${most})`);

const faults = [
  ...running.filter(({ licence }) => !allowed(licence)).map(({ name, licence }) => `${name}: ${licence}`),
  ...running.filter(({ name }) => ofTheBuild.has(name)).map(({ name }) => `${name}: a tool of the build`),
  ...(running.length > most ? [`${running.length} packages`] : []),
];
for (const fault of faults) console.error(fault);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const bill = await run(
  npm,
  ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'],
  { quiet: true },
);
await mkdir('dist', { recursive: true });
await writeFile('dist/sbom.json', bill.output);
process.exit(faults.length || bill.status ? 1 : 0);
