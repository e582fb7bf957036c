/** A reporter of the web test runner: writes what each file came to, for `verdict.mjs`. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const testsIn = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : []);

const resultOf = ({ testFile, testResults, errors = [] }) => {
  const tests = testsIn(testResults).filter(({ skipped }) => !skipped);
  return {
    file: relative(process.cwd(), testFile),
    passed: tests.filter(({ passed }) => passed).length,
    failed: tests.filter(({ passed }) => !passed).length,
    troubles: errors.map(({ message }) => message),
  };
};

export const browserReport = (to) => ({
  onTestRunFinished: ({ sessions }) => writeFileSync(to, JSON.stringify(sessions.map(resultOf))),
});
