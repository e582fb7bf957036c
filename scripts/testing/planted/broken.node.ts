import { test } from 'node:test';

throw new Error('planted');

test('is never reached', () => undefined);
