/** `npm run simulate -- [seed] [days]`: a week of random traffic on a clock moved by hand (`server/testing/simulation`). */
import { ensureBuilt } from './ensure-built.mjs';

await ensureBuilt(['validator']);
await import('../server/testing/simulation/main.ts');
