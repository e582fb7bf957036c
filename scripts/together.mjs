/**
 * Test files that share a process. To load an app, its schemas and what it is made of takes seconds, what a file tests mostly
 * less than one; each file is a suite of its own there, with the hooks that it has.
 */
import { normalize, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** More would leave a core idle at the end, and hold what the files before made. */
const most = 8;

/**
 * What starts processes and waits for them, measures its own, or is long by itself: beside others there is a core for it, in a
 * row with them there is not. The longest begin first.
 */
export const apart = [
  'server/testing/',
  'server/conform/',
  'server/start/',
  'server/county/forms/',
  'server/calls/',
  'server/platform/counter/attacker',
  'server/platform/sandbox/sandbox-people',
  'server/platform/messages/outbox',
  'server/platform/flood',
  'server/county/staff/flood',
  'scripts/run-tests',
  'scripts/verify-log/',
].map(normalize);

/** What passwords cost is what these are about. */
export const atFullCost = ['server/county/staff/flood', 'server/platform/flood', 'server/accounts/'].map(normalize);
const cheapPasswords = new URL('testing/cheap-passwords.mjs', import.meta.url).href;

const areaOf = (file) => file.split(sep).slice(0, 2).join(sep);

/** As many as they have to be, of about the same size. */
function inParts(files) {
  const parts = Math.ceil(files.length / most);
  const size = Math.ceil(files.length / parts);
  return Array.from({ length: parts }, (_, n) => files.slice(n * size, (n + 1) * size));
}

/** → lists of files, in the order in which they are to begin; those of one area side by side */
export function together(files) {
  const alone = apart.flatMap((prefix) => files.filter((file) => file.startsWith(prefix)));
  const areas = new Map();
  for (const file of files.filter((one) => !alone.includes(one)))
    areas.set(areaOf(file), [...(areas.get(areaOf(file)) ?? []), file]);
  return [...alone.map((file) => [file]), ...[...areas.values()].flatMap(inParts)];
}

/** A file that runs these. `paths`: of what is to be loaded, as written or as built */
export const suites = (files, paths) =>
  [
    `import { describe } from 'node:test';`,
    ...(files.some((file) => atFullCost.some((prefix) => file.startsWith(prefix)))
      ? []
      : [`import ${JSON.stringify(cheapPasswords)};`]),
    ...files.map((file, n) => {
      const url = pathToFileURL(resolve(paths[n])).href;
      return `describe(${JSON.stringify(file)}, async () => void (await import(${JSON.stringify(url)})));`;
    }),
    '',
  ].join('\n');
