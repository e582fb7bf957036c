/**
 * What an operator decides about the folders of a party that is not running, with the settings of the start:
 * `npm run data -- restore <party>` takes up the database that lies there, a backup that was put back;
 * `npm run data -- anew <party>` puts aside what it has, so that the next start begins with nothing.
 */
import { ConfigError, readConfig, type Config } from './config.ts';
import { systemClock } from './context.ts';
import { pickCounty } from './counties/pick-county.ts';
import { packageRoot } from './package-root.ts';
import { readCounties } from './counties/read-counties.ts';
import { beginAnew } from './start/folders/anew.ts';
import { placeOf, type Place } from './start/folders/place.ts';
import { restore } from './start/folders/restore.ts';

const verbs = { anew, restore: takeUp } as const;
const usage = `npm run data -- ${Object.keys(verbs).join('|')} platform|provider|county|county:<id>`;

async function main(): Promise<void> {
  process.umask(0o077);
  const [verb = '', party = '', ...more] = process.argv.slice(2);
  const run = Object.entries(verbs).find(([name]) => name === verb)?.[1];
  if (!run || !party || more.length) throw new ConfigError(usage);
  const config = readConfig(process.env, packageRoot);
  const named = party === 'platform' || party === 'provider';
  await run(placeOf(config, named ? party : pickCounty(await readCounties(config), party)), config);
}

async function takeUp(place: Place, config: Config): Promise<void> {
  const { found, generation } = await restore(place, { clock: systemClock, publicUrl: config.urls.platform });
  for (const one of found) console.log(one);
  console.log(
    `${place.label}: the backup is taken up (generation ${generation}). All sessions, tickets, codes and drafts in it have ended.`,
  );
  console.log(
    'What was changed since the backup is not in it: close the accounts and take away the rights again that were (docs/backup.md).',
  );
}

async function anew(place: Place): Promise<void> {
  for (const [from, to] of await beginAnew(place, systemClock.now())) console.log(`${from} is now ${to}`);
  console.log(`${place.label} begins anew at its next start.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : error);
  process.exit(1);
});
