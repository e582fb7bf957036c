/** `npm run conform -- sp|dp|platform --url …`: checks anybody's party by the interface alone (docs/conformance.md). */
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt(['server']);
await import('../dist/server/server/conform/main.js');
