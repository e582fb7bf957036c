import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesBelow } from './find-tests.mjs';
import { apart, atFullCost } from './together.mjs';

test('each file of tests that is said to be apart is there', async () => {
  const files: readonly string[] = await filesBelow(['server', 'scripts'], '.test.ts');
  for (const prefix of [...apart, ...atFullCost])
    assert.ok(
      files.some((file) => file.startsWith(prefix)),
      prefix,
    );
});
