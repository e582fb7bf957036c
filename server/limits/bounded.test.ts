import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '../http/errors.ts';
import { Bounded } from './bounded.ts';

function work() {
  let running = 0;
  let most = 0;
  const finish: (() => void)[] = [];
  const run = async (): Promise<string> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((done) => finish.push(done));
    running -= 1;
    return 'done';
  };
  return { run, finish, most: () => most };
}

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test('two at once, three wait, all others are refused before anything is done; then it is free again', async () => {
  const turns = new Bounded({ atOnce: 2, waiting: 3 });
  const { run, finish, most } = work();
  const results = Array.from({ length: 100 }, () => turns.run(run));
  const all = Promise.allSettled(results);
  await settle();
  assert.equal(finish.length, 2);
  for (let done = 0; done < 5; done += 1) {
    finish[done]?.();
    await settle();
  }
  const settled = await all;
  assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 5);
  assert.equal(most(), 2);
  const refused = settled.find((one) => one.status === 'rejected');
  assert.ok(refused?.reason instanceof HttpError);
  assert.deepEqual([refused.reason.status, refused.reason.headers['retry-after']], [503, '5']);
  const again = turns.run(run);
  await settle();
  finish[5]?.();
  assert.equal(await again, 'done');
});

test('what fails gives its turn on', async () => {
  const turns = new Bounded({ atOnce: 1, waiting: 1 });
  const failing = turns.run(() => Promise.reject(new Error('no')));
  const waiting = turns.run(async () => 'done');
  await assert.rejects(failing, /no/);
  assert.equal(await waiting, 'done');
  assert.equal(await turns.run(async () => 'again'), 'again');
});
