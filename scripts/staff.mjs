/** `npm run staff -- …`: accounts of staff (`server/staff-account.ts`). */
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt(['server']);
await import('../dist/server/server/staff-account.js');
