/** `npm start [-- party …]`: builds what is not built yet, then starts the parties (all three unless named). */
import { spawn } from 'node:child_process';
import { ensureBuilt, everything } from './ensure-built.mjs';

await ensureBuilt(everything);
const server = spawn(process.execPath, ['dist/server/server/main.js', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('close', (status) => process.exit(status ?? 0));
