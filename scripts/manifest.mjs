/** Writes components/custom-elements.json from the elements' JSDoc; `--check` fails when the file is not in step. */
import { readFile, writeFile } from 'node:fs/promises';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const target = 'components/custom-elements.json';
const manifest = await cli({
  argv: ['analyze', '--litelement', '--quiet', '--globs', 'components/**/*.ts', '--exclude', 'components/**/*.test.ts', '--exclude', 'components/**/testing/**'],
  noWrite: true,
});
const text = `${JSON.stringify(manifest, null, 1)}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  console.error(`${target} is out of step with the code: run "npm run manifest" and commit it`);
  process.exit(1);
}
