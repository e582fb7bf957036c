/** A reporter of Node's test runner: yields what each file came to, for `verdict.mjs`. */
import { relative } from 'node:path';
import { sourceOf } from './build-tests.mjs';

export default async function* nodeReport(events) {
  const files = new Map();
  const of = (path) => {
    const file = sourceOf(relative(process.cwd(), path));
    if (!files.has(file)) files.set(file, { file, passed: 0, failed: 0, troubles: [], open: 0 });
    return files.get(file);
  };
  for await (const { type, data } of events) {
    if (!data.file) continue;
    const result = of(data.file);
    // The file itself is told of as a test where it has none, or ended otherwise than by its tests.
    if (data.name === data.file) {
      if (type === 'test:fail') result.troubles.push('ended before its tests did');
      continue;
    }
    if (type === 'test:enqueue') result.open += 1;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    result.open -= 1;
    // Its tests have told already.
    const isSuite = data.details?.type === 'suite';
    if (isSuite && (type === 'test:pass' || data.details.error?.failureType === 'subtestsFailed')) continue;
    if (data.skip !== undefined || data.todo !== undefined) continue;
    result[type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  const results = [...files.values()].map(({ open, ...result }) => ({
    ...result,
    // A file that ends the process takes its tests with it, and Node calls that a pass.
    troubles: open > 0 ? [...result.troubles, `${open} tests began and were never told of`] : result.troubles,
  }));
  yield JSON.stringify(results);
}
