/** The process of `npm run conform`. */
import { ownReach } from '../calls/reach/reach.ts';
import { systemFetch } from '../calls/system-fetch.ts';
import { lifetimes } from '../lifetimes.ts';
import { conform } from './command.ts';

const reach = ownReach({ networks: [] });
const fetch = await systemFetch({ connectMs: lifetimes.connect.ms, reach: { partner: reach, stranger: reach } });
process.exitCode = await conform({
  args: process.argv.slice(2),
  fetch,
  now: () => new Date(),
  write: (line) => void process.stdout.write(`${line}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 2 as const;
});
// Whom we checked may hold connections open.
process.exit();
