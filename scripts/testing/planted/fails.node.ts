import { test } from 'node:test';

test('fails', () => {
  throw new Error('planted');
});
test('passes after it', () => undefined);
