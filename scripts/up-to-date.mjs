import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

async function times(path) {
  const info = await stat(path).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [info.mtimeMs];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(async (file) => (await stat(join(file.parentPath ?? file.path, file.name))).mtimeMs));
}

/** Whether everything in `built` is newer than everything in `sources`. */
export async function upToDate(built, sources) {
  const outputs = await times(built);
  if (!outputs.length) return false;
  const inputs = (await Promise.all(sources.map(times))).flat();
  return Math.min(...outputs) >= Math.max(...inputs);
}
