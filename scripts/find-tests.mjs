import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Files below `folders` that end with `ending`, sorted; those given by name on the command line win. */
export async function findTests(folders, ending, asked = []) {
  const found = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile() && entry.name.endsWith(ending)) found.push(join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  const wanted = asked.map((path) => path.split('/').join(sep));
  return found.filter((file) => !wanted.length || wanted.some((path) => file.startsWith(path))).sort();
}
