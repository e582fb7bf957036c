/**
 * New keys for checkpoints and receipts, while the platform runs: it takes them up within a minute.
 * `npx tsx scripts/rotate-log-keys.ts [data folder]`
 */
import { join } from 'node:path';
import { openKeyFolder } from '../server/adapters/key-folder.ts';
import { LogKeys } from '../server/platform/log/keys.ts';

const folder = join(process.argv[2] ?? '.data', 'platform', 'keys');
const now = new Date();
const keys = await LogKeys.open(await openKeyFolder(folder), now);
await keys.rotate(now);
for (const { use, raw } of keys.list().filter(({ until }) => !until))
  console.log(`${use}: ${raw.toString('base64')} signs from ${now.toISOString()}`);
