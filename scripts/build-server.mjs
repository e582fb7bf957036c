/** Builds `dist/server`: the server as plain JavaScript with what it reads beside it, to run without a tool of the build. */
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { node } from './run.mjs';

const out = 'dist/server';
const code = /\.ts$/;
const ofTests = /(^|\/)testing(\/|$)|\.fixture\./;

export async function buildServer() {
  await rm(out, { recursive: true, force: true });
  const { status } = await node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.server.json']);
  if (status !== 0) throw new Error('the server was not built');
  for (const folder of ['server', 'schemas']) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isFile() || code.test(file) || ofTests.test(file)) continue;
      await mkdir(dirname(join(out, file)), { recursive: true });
      await copyFile(file, join(out, file));
    }
  }
}
