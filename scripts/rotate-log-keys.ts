/**
 * New keys for checkpoints and receipts, while the platform runs: it takes them up within a minute.
 * `npx tsx scripts/rotate-log-keys.ts [data folder]`, with the settings of the start
 */
import { readConfig } from '../server/config.ts';
import { packageRoot } from '../server/package-root.ts';
import { placeOf } from '../server/start/folders/place.ts';
import { openKeyFolder } from '../server/adapters/key-folder.ts';
import { LogKeys } from '../server/platform/log/keys.ts';

const [, , data] = process.argv;
const settings = { ...process.env, ...(data && { MYDATA_DATA: data }) };
const folder = placeOf(readConfig(settings, packageRoot), 'platform').keys;
const now = new Date();
const keys = await LogKeys.open(await openKeyFolder(folder), now);
await keys.rotate(now);
for (const { use, raw } of keys.list().filter(({ until }) => !until))
  console.log(`${use}: ${raw.toString('base64')} signs from ${now.toISOString()}`);
