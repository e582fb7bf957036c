/** Writes components/custom-elements.json from the elements' JSDoc; `--check` fails when the file is not in step. */
import { readFile, writeFile } from 'node:fs/promises';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const target = 'components/custom-elements.json';
const tests = ['components/**/*.test.ts', 'components/**/testing/**'];

const { schemaVersion, modules } = await cli({
  argv: [
    ...['analyze', '--litelement', '--quiet', '--outdir', 'components', '--globs', 'components/**/*.ts'],
    ...tests.flatMap((glob) => ['--exclude', glob]),
  ],
  noWrite: true,
});

/** The contract of an element; how it is made is left out. */
const publicPart = ({ members = [], events = [], attributes = [], ...declaration }) => ({
  ...declaration,
  attributes: attributes.filter(({ description }) => description),
  members: members
    .filter(
      ({ privacy, name, static: isStatic }) =>
        !isStatic && (privacy ?? 'public') === 'public' && !/^_|Callback$/.test(name),
    )
    .filter(({ description, attribute }) => (description && !description.startsWith('@internal')) || attribute)
    .map(({ parameters: _, ...member }) => member),
  // The analyzer takes a dispatch helper's parameter for an event's name.
  events: events.filter(({ name }) => name !== 'type'),
});

const elements = modules
  .map(({ declarations, exports: _, ...module }) => ({
    ...module,
    declarations: declarations.filter(({ tagName }) => tagName).map(publicPart),
  }))
  .filter(({ declarations }) => declarations.length)
  // The analyzer meets the files in no fixed order.
  .sort((one, other) => (one.path < other.path ? -1 : 1));
const plain = (key, value) => (key === 'inheritedFrom' ? undefined : value);
const text = `${JSON.stringify({ schemaVersion, readme: 'docs/components.md', modules: elements }, plain, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
  console.error(`${target} is out of step with the code: run "npm run manifest" and commit it`);
  process.exit(1);
}
