/**
 * New keys for checkpoints and receipts, while the platform runs: it takes them up within a minute.
 * `npm run log-keys [-- data folder]`, with the settings of the start
 */
import { readConfig } from './config.ts';
import { packageRoot } from './package-root.ts';
import { placeOf } from './start/folders/place.ts';
import { openKeyFolder } from './files/key-folder.ts';
import { LogKeys } from './platform/log/keys.ts';

const [, , data] = process.argv;
const settings = { ...process.env, ...(data && { MYDATA_DATA: data }) };
const folder = placeOf(readConfig(settings, packageRoot), 'platform').keys;
const now = new Date();
const keys = await LogKeys.open(await openKeyFolder(folder), now);
await keys.rotate(now);
for (const { use, raw } of keys.list().filter(({ until }) => !until))
  console.log(`${use}: ${raw.toString('base64')} signs from ${now.toISOString()}`);
