/** `npm start [-- party …]`: builds what is not built yet, then starts the parties (all three unless named). */
import { spawn } from 'node:child_process';
import { ensureBuilt } from './ensure-built.mjs';
import { partsOfServer } from './parts.mjs';

await ensureBuilt(partsOfServer);
const server = spawn(process.execPath, ['dist/server/server/main.js', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
// A server that was killed has failed, for whoever watches over it.
server.on('close', (status, signal) => process.exit(status ?? (signal ? 1 : 0)));
