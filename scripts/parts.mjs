/** What is built, of which sources, and whether `dist` holds what these sources make. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const ofBrowsers = ['vite.config.ts', 'scripts/tight-templates.mjs', 'scripts/build.mjs', 'package-lock.json'];
const sources = {
  platform: ['server/platform/browser', ...ofBrowsers],
  components: ['components', 'builder', 'schemas', ...ofBrowsers],
  builder: ['builder', 'components', 'schemas', ...ofBrowsers],
  county: ['demo/county', 'components', 'builder', 'schemas', ...ofBrowsers],
  playground: ['demo/playground', 'demo/counties', 'components', 'builder', 'schemas', ...ofBrowsers],
  validator: ['server/county/publish', 'schemas', 'scripts/build-validator-head.mjs', 'package-lock.json'],
  server: ['server', 'schemas', 'scripts/build-server.mjs', 'package-lock.json'],
};

export const parts = Object.keys(sources);
/** What a server needs to run. */
export const partsOfServer = parts.filter((part) => part !== 'builder');

async function filesOf(path) {
  const info = await stat(path).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Contents, not times: whoever unpacks a release keeps the times of another machine. */
async function digestOfPath(path) {
  const hash = createHash('sha256');
  for (const file of (await filesOf(path)).sort())
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

/** @param known digests of paths that were read already: several parts have the same sources */
async function digestOf(part, known = new Map()) {
  for (const path of sources[part]) if (!known.has(path)) known.set(path, await digestOfPath(path));
  return sources[part].map((path) => known.get(path)).join('\n');
}

const stampOf = (part) => join('dist', '.built', part);

/** Whoever changes what `dist` holds of it: it is built anew when it is asked for. */
export const forgetBuilt = (part) => rm(stampOf(part), { force: true });

/** `make` is whole, or the part counts as not built. */
export async function building(part, make) {
  await rm(stampOf(part), { force: true });
  const digest = await digestOf(part);
  await make();
  await mkdir(dirname(stampOf(part)), { recursive: true });
  await writeFile(stampOf(part), digest);
}

/** Those that `dist` lacks, or holds of other sources. Where only `dist` was brought there is nothing to hold it against. */
export async function notBuilt(asked) {
  const known = new Map();
  const stale = [];
  for (const part of asked) {
    const stamp = await readFile(stampOf(part), 'utf8').catch(() => undefined);
    const isBuilt = stamp !== undefined && (!existsSync(sources[part][0]) || stamp === (await digestOf(part, known)));
    if (!isBuilt) stale.push(part);
  }
  return stale;
}
