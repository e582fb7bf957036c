import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the server lies in no package');
  return above(parent);
}

/** The folder of `package.json`: the same for the sources and for the server as it is built into `dist/server`. */
export const packageRoot = above(import.meta.dirname);
