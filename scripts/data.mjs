/** `npm run data -- …`: an operator's decisions about the folders of a party (`server/data-command.ts`). */
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt(['server']);
await import('../dist/server/server/data-command.js');
