/** Sources as plain JavaScript, each file by itself, for Node to run without a tool of the build. */
import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * What a file imports stays an import, of the other's new name; but for JSON, which Node 20 warns of. `path` instead says where
 * another import leads.
 */
const built = ({ path, resolveDir }) =>
  // `#schemas/…` of package.json would lead back to the sources.
  (path.startsWith('#') ? relative(resolveDir, resolve(path.slice(1))).replace(/^(?!\.)/, './') : path).replace(
    /^(\..*)\.ts$/,
    '$1.js',
  );

const apart = (path) => ({
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, (asked) =>
      asked.kind === 'entry-point' || asked.path.endsWith('.json')
        ? undefined
        : { path: path?.(asked) ?? built(asked), external: true },
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
