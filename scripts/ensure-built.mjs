import { existsSync } from 'node:fs';
import { node } from './run.mjs';
import { upToDate } from './up-to-date.mjs';

const sources = {
  platform: ['server/platform/browser'],
  components: ['components', 'builder', 'schemas'],
  county: ['demo/county', 'components', 'builder', 'schemas'],
  validator: ['server/county/publish/validator-head.ts', 'server/county/publish/code-points.ts', 'schemas'],
  server: ['server', 'schemas', 'scripts/build-server.mjs'],
};

/** What a server needs to run. */
export const everything = Object.keys(sources);

/** Builds those of `parts` whose sources are newer. A machine without the tools of the build runs what it was given. */
export async function ensureBuilt(parts) {
  if (!existsSync('node_modules/vite')) {
    const missing = parts.filter((part) => !existsSync(`dist/${part}`));
    if (!missing.length) return;
    console.error(`dist/${missing.join(', dist/')}: not built. npm ci && npm run build, then npm prune --omit=dev`);
    process.exit(1);
  }
  const stale = [];
  for (const part of parts) {
    const read = [...sources[part], 'vite.config.ts', 'package-lock.json'];
    if (!(await upToDate(`dist/${part}`, read))) stale.push(part);
  }
  if (!stale.length) return;
  console.log(`building ${stale.join(' and ')} …`);
  const built = await node(['scripts/build.mjs', ...stale]);
  if (built.status !== 0) process.exit(built.status);
}
