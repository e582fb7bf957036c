/**
 * `npm run test:fast`: what a change breaks first, in under a minute: schemas, the builder's model and commands, and the parts
 * of the server that need no app; of these folders, what is named with it. Nothing is built, no port is opened. Ends with `N passed, N failed`.
 */
import { findTests } from './find-tests.mjs';
import { runInNode } from './run-tests.mjs';
import { tell } from './verdict.mjs';

const folders = [
  ...['schemas', 'builder/model', 'builder/commands', 'server/accounts', 'server/adapters/memory', 'server/counties'],
  ...['server/http', 'server/limits', 'server/protocol'],
];
/** Many rounds of what is random, all of the invented people, passwords at full cost: seconds each, and in `npm test`. */
const long = [
  'builder/model/editing',
  'builder/model/merge',
  'schemas/datasets/samples',
  'schemas/form/condition-to-schema',
  'schemas/normalise/',
  'schemas/patterns/linear',
  'schemas/publish/approval',
  'server/accounts/password',
  'server/accounts/guessable',
  'server/http/files',
];

const asked = process.argv.slice(2);
const found = await findTests(folders, '.test.ts', asked);
const files = asked.length ? found : found.filter((file) => !long.some((prefix) => file.startsWith(prefix)));
process.exit(tell(await runInNode(files, { args: ['--test-concurrency=2'], shared: true })));
