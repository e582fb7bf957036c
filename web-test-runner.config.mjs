import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { findChrome } from './scripts/chrome.mjs';

const chrome = await findChrome();

export default {
  files: ['components/**/*.test.ts', 'builder/features/**/*.test.ts', 'demo/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production'] },
  concurrency: 2,
  browsers: [chromeLauncher({ launchOptions: { ...chrome, headless: true } })],
  plugins: [esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  testFramework: { config: { timeout: 10_000 } },
};
