/**
 * Builds `dist/tests`: each file of the sources as plain JavaScript, tests included, so that a run of all tests transforms
 * nothing at run time (half of what a test of an app cost was that). A file there takes itself for its source: what it reads
 * beside itself, it reads in the source tree.
 */
import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildApart, sourceAt } from './build-apart.mjs';
import { filesBelow } from './find-tests.mjs';

const out = 'dist/tests';
const folders = ['schemas', 'server', 'scripts', 'builder', 'components', 'demo', 'bench'];

/** As built; the source where it is none of them. */
export const builtTest = (file) => `${out}/${file.replace(/\.ts$/, '.js')}`;

export const sourceOf = (file) => (file.startsWith(`${out}/`) ? relative(out, file).replace(/\.js$/, '.ts') : file);

/** What is JavaScript already is not built: it stays where it is. */
const asWritten = (asked) =>
  /^[.#]/.test(asked.path) && !asked.path.endsWith('.ts') ? pathToFileURL(sourceAt(asked)).href : undefined;

const itsOwnSource = {
  name: 'its own source',
  setup({ onLoad }) {
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
  const files = (await filesBelow(folders, '.ts')).filter((file) => !file.endsWith('.d.ts'));
  await buildApart(files, out, { path: asWritten, plugins: [itsOwnSource] });
}
