import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Files below `folders` that end with `ending`, sorted. */
export async function filesBelow(folders, ending) {
  const found = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile() && entry.name.endsWith(ending)) found.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  return found.sort();
}

/**
 * The test files below `folders`; where path prefixes are asked for, those only. Ends the process where there is nothing to
 * run, and where one of the prefixes is of no file: whoever mistypes a path must not take that for a pass.
 */
export async function findTests(folders, ending, asked = []) {
  const all = await filesBelow(folders, ending);
  const prefixes = asked.map((path) => path.replace(/^\.\//, '').split('/').join(sep));
  const known = (prefix) => all.some((file) => file.startsWith(prefix));
  const unknown = prefixes.filter((prefix) => !known(prefix));
  for (const prefix of unknown)
    console.error(`no test file begins with "${prefix}" (*${ending} in ${folders.join(', ')})`);
  if (!all.length) console.error(`no test file *${ending} in ${folders.join(', ')}`);
  if (unknown.length || !all.length) process.exit(1);
  return all.filter((file) => !prefixes.length || prefixes.some((prefix) => file.startsWith(prefix)));
}
