/** Sources as plain JavaScript, each file by itself, for Node to run without a tool of the build. */
import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** Where an import of a file of ours leads: beside the file, or by the names of package.json, which are those of folders. */
export const sourceAt = ({ path, resolveDir }) =>
  path.startsWith('#') ? resolve(path.slice(1)) : resolve(resolveDir, path);

/** The same beside the file that was built: `#schemas/…` would lead back to the sources. */
const asBuilt = (asked) => {
  if (!/^[.#].*\.ts$/.test(asked.path)) return asked.path;
  const path = relative(asked.resolveDir, sourceAt(asked)).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
};

/**
 * What a file imports stays an import, of the other's new name; but for JSON, which Node 20 warns of. `path` instead says where
 * another import leads.
 */
const apart = (path) => ({
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, (asked) =>
      asked.kind === 'entry-point' || asked.path.endsWith('.json')
        ? undefined
        : { path: path?.(asked) ?? asBuilt(asked), external: true },
    );
  },
});

/** `files` into the folder `out`, which is emptied first. `plugins`: what else is to be done with them. */
export async function buildApart(files, out, { path, plugins = [] } = {}) {
  await rm(out, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir: out,
    outbase: '.',
    bundle: true,
    plugins: [apart(path), ...plugins],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'warning',
  });
}
