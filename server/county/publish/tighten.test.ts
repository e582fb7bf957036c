import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tighten } from './tighten.ts';

const tell = (params: string): string =>
  `const err5 = {instancePath:instancePath+"/a",schemaPath:"#/properties/a",keyword:"k",params:${params}};` +
  'if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;';

/** → what the code would tell */
const told = (code: string): unknown =>
  // What is run here is this file's own text.
  // eslint-disable-next-line no-new-func
  new Function('instancePath', `let vErrors = null, errors = 0;${code}return vErrors;`)('');

test('each mistake is told once, without its place in the schema', () => {
  assert.equal(
    tighten(tell('{limit: 3}')),
    '(vErrors ??= []).push({instancePath:instancePath+"/a",keyword:"k",params:{limit: 3}});errors++;',
  );
});

test('what looks like code within a text stays a text', () => {
  for (const text of [
    'a};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}evil();//',
    'a"};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}evil();//',
    ',schemaPath:"b"',
    'const err0 = {',
    'const err5 = {x};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}',
    '7',
    '"7"',
    '\\"};const err6 = {',
  ]) {
    const code = tighten(tell(`{pattern: ${JSON.stringify(text)}}`).repeat(2));
    assert.deepEqual(told(code), Array(2).fill({ instancePath: '/a', keyword: 'k', params: { pattern: text } }));
  }
});
