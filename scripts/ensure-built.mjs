import { existsSync } from 'node:fs';
import { notBuilt } from './parts.mjs';
import { node } from './run.mjs';

/** Builds those of `parts` that `dist` lacks or holds of other sources; a machine without the tools of the build says so and ends. */
export async function ensureBuilt(parts) {
  const stale = await notBuilt(parts);
  if (!stale.length) return;
  if (!existsSync('node_modules/vite')) {
    const named = stale.map((part) => `dist/${part}`).join(', ');
    console.error(`${named}: not built of these sources. npm ci && npm run build && npm prune --omit=dev`);
    process.exit(1);
  }
  console.log(`building ${stale.join(' and ')} …`);
  const built = await node(['scripts/build.mjs', ...stale]);
  if (built.status !== 0) process.exit(built.status);
}
