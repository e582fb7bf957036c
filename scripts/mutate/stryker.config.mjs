import { areas } from './areas.mjs';

const { mutate, tests } = areas[process.env.MYDATA_MUTATE];

export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/tap-runner'],
  testRunner: 'tap',
  tap: {
    testFiles: tests,
    nodeArgs: ['--import', 'tsx', '--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    forceBail: true,
  },
  mutate,
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MYDATA_MUTATE_AT_ONCE ?? 2),
  tempDirName: 'dist/mutants',
  ignorePatterns: ['dist', '.data', 'demo/county/public', 'docs', 'bench/results'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 100, low: 95, break: 95 },
  timeoutMS: 3_000,
};
