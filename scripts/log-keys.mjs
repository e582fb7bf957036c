/** `npm run log-keys`: new keys of the platform's log (`server/rotate-log-keys.ts`). */
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt(['server']);
await import('../dist/server/server/rotate-log-keys.js');
