/** `npm start [-- party …]`: builds what is not built yet, then starts the parties (all three unless named). */
import { spawn } from 'node:child_process';
import { upToDate } from './up-to-date.mjs';
import { node } from './run.mjs';

const stale = [];
for (const [mode, sources] of Object.entries({
  platform: ['server/platform/browser'],
  components: ['components', 'builder', 'schemas'],
  county: ['demo/county', 'components', 'builder', 'schemas'],
})) {
  if (!(await upToDate(`dist/${mode}`, [...sources, 'vite.config.ts', 'package-lock.json']))) stale.push(mode);
}
if (stale.length) {
  console.log(`building ${stale.join(' and ')} …`);
  const built = await node(['scripts/build.mjs', ...stale]);
  if (built.status !== 0) process.exit(built.status);
}
const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('close', (status) => process.exit(status ?? 0));
