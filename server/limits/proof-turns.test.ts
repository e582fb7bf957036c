import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageInTurn, proofOfKnown, proofOfStranger } from './proof-turns.ts';

test('between two checks, what else has come is served', async () => {
  const order: string[] = [];
  const check = (name: string) => () => void order.push(name);
  const all = ['one', 'two', 'three'].map((name) => proofOfStranger(check(name)));
  const other = (async () => {
    for (let no = 0; no < 2; no += 1) {
      await new Promise<void>((turn) => setImmediate(turn));
      order.push('other');
    }
  })();
  await Promise.all([...all, other]);
  assert.deepEqual(
    order.filter((name) => name !== 'other'),
    ['one', 'two', 'three'],
  );
  assert.ok(order.indexOf('other') < order.indexOf('three'), order.join());
});

test('of a crowd of strangers some are refused before any work; who is known waits', async () => {
  let done = 0;
  const crowd = Array.from({ length: 200 }, () => proofOfStranger(() => (done += 1)));
  const known = proofOfKnown(() => 'served');
  const results = await Promise.allSettled(crowd);
  const refused = results.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 200 - 65);
  assert.ok(refused.every(({ reason }) => (reason as { status: number }).status === 503));
  assert.equal(done, 65);
  assert.equal(await known, 'served');
  assert.equal(await proofOfStranger(() => 'again'), 'again');
});

test('packages that we asked for wait, however many; a check that throws gives its turn on', async () => {
  const all = Array.from({ length: 100 }, (_, no) =>
    packageInTurn(() => {
      if (no % 2) throw new Error('broken');
      return no;
    }),
  );
  const results = await Promise.allSettled(all);
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 50);
});
