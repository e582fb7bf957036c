/**
 * Builds `dist/tests`: each file of the sources as plain JavaScript, tests included, so that a run of all tests transforms
 * nothing at run time (two thirds of what a test file cost was that). A file there takes itself for its source: what it reads
 * beside itself, it reads in the source tree.
 */
import { readFile, rm } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { filesBelow } from './find-tests.mjs';

const out = 'dist/tests';
const folders = ['schemas', 'server', 'scripts', 'builder', 'components', 'demo', 'bench'];

/** As built; the source where it is none of them. */
export const builtTest = (file) => `${out}/${file.replace(/\.ts$/, '.js')}`;

export const sourceOf = (file) => (file.startsWith(`${out}/`) ? relative(out, file).replace(/\.js$/, '.ts') : file);

const apart = {
  name: 'apart',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path, resolveDir }) => {
      if (kind === 'entry-point' || path.endsWith('.json')) return undefined;
      if (!path.startsWith('.')) return { path, external: true };
      if (path.endsWith('.ts')) return { path: path.replace(/\.ts$/, '.js'), external: true };
      return { path: pathToFileURL(resolve(resolveDir, path)).href, external: true };
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const own = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
      const contents = (await readFile(path, 'utf8'))
        .replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) => JSON.stringify(own[name]))
        // A path that is put together is found at run time; esbuild would take in whatever it could be.
        .replace(/\bimport\(`(\.[^`]*)\.ts`\)/g, 'import(String(`$1.js`))');
      return { contents, loader: 'ts' };
    });
  },
};

export async function buildTests() {
  await rm(out, { recursive: true, force: true });
  const files = (await filesBelow(folders, '.ts')).filter((file) => !file.endsWith('.d.ts'));
  await build({
    entryPoints: files,
    outdir: out,
    outbase: '.',
    bundle: true,
    plugins: [apart],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'error',
  });
}
