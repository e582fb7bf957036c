/**
 * What a run of test files came to. Counts every file that was to run: one that did not tell, that told of no test, or that
 * was cut off is a failure, whatever the runner itself makes of it.
 */

/** @typedef {{ file: string, passed: number, failed: number, troubles: readonly string[], shared?: boolean }} FileResult */

/**
 * @param files those that were to run
 * @param {readonly FileResult[]} results of those that told
 * @param status the runner's exit code
 * @returns {{ passed: number, failed: number, lost: readonly string[] }} `lost`: a line for each failure that is no test's
 */
export function verdict(files, results, status) {
  const known = new Map(results.map((result) => [result.file, result]));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const lost = files.flatMap((file) => {
    const result = known.get(file);
    if (!result) return [`${file}: did not tell of anything`];
    if (result.troubles.length) return result.troubles.map((trouble) => `${file}: ${trouble}`);
    return result.passed + result.failed || result.shared ? [] : [`${file}: has no test that ran`];
  });
  const failed = sum('failed') + lost.length;
  if (status && !failed) lost.push(`the runner ended with ${status}`);
  return { passed: sum('passed'), failed: sum('failed') + lost.length, lost };
}

/** Ends a run's output with `N passed, N failed`. → the exit code */
export function tell({ passed, failed, lost }) {
  for (const line of lost) console.error(`LOST ${line}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed || !passed ? 1 : 0;
}
