import { test } from 'node:test';

test('comes first', () => undefined);
test('ends the process', () => process.exit(0));
test('comes never', () => undefined);
