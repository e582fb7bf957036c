/** Builds `dist/server`: the server as plain JavaScript with what it reads beside it, to run without a tool of the build. */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildApart } from './build-apart.mjs';
import { filesBelow } from './find-tests.mjs';

const out = 'dist/server';
const ofTests = /(^|\/)testing(\/|\.ts$)|\.(test|fixture|contract)\.|\/drizzle\.config\./;
const ofBrowsers = /^server\/platform\/browser\//;

export async function buildServer() {
  const files = (await filesBelow(['server', 'schemas'], '')).filter(
    (file) => !ofTests.test(file) && !ofBrowsers.test(file) && !file.endsWith('.d.ts'),
  );
  const isCode = (file) => file.endsWith('.ts');
  await buildApart(files.filter(isCode), out);
  for (const file of files.filter((one) => !isCode(one))) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await copyFile(file, join(out, file));
  }
}
