import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { browserReport } from './scripts/browser-report.mjs';
import { findChrome } from './scripts/chrome.mjs';
import { tightTemplates } from './scripts/tight-templates.mjs';
import { ownPageLauncher } from './scripts/own-page-launcher.mjs';

const chrome = await findChrome();
/** Templates are tested as the build makes them. */
const asShipped = {
  name: 'as-shipped',
  transform({ path, body }) {
    if (/^\/(components|builder|demo)\/.*\.ts$/.test(path) && !path.endsWith('.test.ts') && typeof body === 'string')
      return { body: tightTemplates(body) };
  },
};

const report = process.env.MYDATA_TEST_REPORT;

export default {
  files: ['components/**/*.test.ts', 'builder/features/**/*.test.ts', 'demo/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production'] },
  concurrency: 2,
  coverage: Boolean(process.env.MYDATA_COVERAGE),
  coverageConfig: { include: ['{components,builder,demo,schemas}/**/*.ts'], reporters: ['lcov', 'text-summary'] },
  browsers: [ownPageLauncher({ ...chrome, headless: true })],
  plugins: [asShipped, esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  // An accessibility check of a large panel takes seconds, and on a busy machine many.
  testFramework: { config: { timeout: 30_000 } },
  reporters: [defaultReporter(), ...(report ? [browserReport(report)] : [])],
};
