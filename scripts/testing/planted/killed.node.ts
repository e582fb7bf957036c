import { test } from 'node:test';

test('is killed', () => {
  process.kill(process.pid, 'SIGKILL');
});
