/** Builds `dist/server`: the server as plain JavaScript with what it reads beside it, to run without a tool of the build. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const out = 'dist/server';
const ofTests = /(^|\/)testing(\/|\.ts$)|\.(test|fixture|contract)\.|\/drizzle\.config\./;
const ofBrowsers = /^server\/platform\/browser\//;

/** Each file by itself: what it imports stays an import, of the file's new name; but for JSON, which Node 20 warns of. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'entry-point' || path.endsWith('.json')
        ? undefined
        : { path: path.replace(/^(\..*)\.ts$/, '$1.js'), external: true },
    );
  },
};

async function sources() {
  const found = await Promise.all(
    ['server', 'schemas'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  );
  return found
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !ofTests.test(file) && !ofBrowsers.test(file) && !file.endsWith('.d.ts'));
}

export async function buildServer() {
  await rm(out, { recursive: true, force: true });
  const files = await sources();
  const isCode = (file) => file.endsWith('.ts');
  await build({
    entryPoints: files.filter(isCode),
    outdir: out,
    outbase: '.',
    bundle: true,
    plugins: [apart],
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    charset: 'utf8',
    logLevel: 'warning',
  });
  for (const file of files.filter((one) => !isCode(one))) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await copyFile(file, join(out, file));
  }
}
